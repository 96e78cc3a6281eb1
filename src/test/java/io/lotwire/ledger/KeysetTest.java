package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.Keyset.Order;
import io.lotwire.ledger.Keyset.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists are read page by page, and a cursor goes on where it was given out. */
class KeysetTest {
    private static final String QUESTION = "documents state=PARKED";

    @Test
    void aCursorGoesOnWhereItWasGivenOut() {
        Keyset byNumber = Keyset.of(4711);
        Keyset byTime = Keyset.of(Instant.parse("2026-03-04T12:00:00.123456Z"), 7);
        Keyset byText = new Keyset("acme | größer", 0);

        assertThat(Keyset.read(byNumber.cursor(QUESTION), QUESTION, Order.BY_ID))
                .isEqualTo(new Reading.Good(byNumber));
        assertThat(Keyset.read(byTime.cursor(QUESTION), QUESTION, Order.BY_TIME))
                .isEqualTo(new Reading.Good(byTime));
        assertThat(Keyset.read(byText.cursor(QUESTION), QUESTION, Order.BY_TEXT))
                .isEqualTo(new Reading.Good(byText));
        assertThat(byTime.time()).isEqualTo("2026-03-04T12:00:00.123456Z");
    }

    @Test
    void aCursorOfAnotherQuestionIsToldAsSuch() {
        assertThat(Keyset.read(Keyset.of(4711).cursor(QUESTION), "documents state=READ", Order.BY_ID))
                .isEqualTo(new Reading.OfOtherQuestion());
    }

    @Test
    void whatIsNoCursorOfOursIsNotRead() {
        String hash = written(Keyset.of(1).cursor(QUESTION)).substring(2, 10);
        List<String> bad = List.of(
                "",
                "%",
                "x".repeat(2000),
                cursor("2|" + hash + "||1"),
                cursor("1|" + hash + "||-1"),
                cursor("1|" + hash + "||01"),
                cursor("1|" + hash + "||9999999999999999999"),
                cursor("1|" + hash + "|a\u0000b|1"),
                cursor("1|" + hash + "|not a time|1"),
                cursor("1|" + hash + "|+1000000-01-01T00:00:00Z|1"),
                Base64.getUrlEncoder().encodeToString(new byte[] {'1', '|', (byte) 0xff, '|', '|', '1'}));

        assertThat(bad).allSatisfy(cursor -> assertThat(Keyset.read(cursor, QUESTION, Order.BY_TIME))
                .isEqualTo(new Reading.Unreadable()));
        assertThat(Keyset.read(cursor("1|" + hash + "|key|1"), QUESTION, Order.BY_ID))
                .isEqualTo(new Reading.Unreadable());
    }

    @Test
    void aPageTellsWhetherMoreFollows() {
        assertThat(Page.of(List.of(9L, 7L, 5L), 2, Keyset::of))
                .isEqualTo(new Page<>(List.of(9L, 7L), Optional.of(Keyset.of(7))));
        assertThat(Page.of(List.of(9L, 7L), 2, Keyset::of)).isEqualTo(new Page<>(List.of(9L, 7L), Optional.empty()));
        assertThat(Page.of(List.<Long>of(), 2, Keyset::of)).isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    private static String cursor(String written) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(written.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
