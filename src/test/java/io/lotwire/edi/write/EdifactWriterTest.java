package io.lotwire.edi.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.Reception;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Element;
import io.lotwire.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdifactWriterTest {
    private static final Element DESADV = Element.composite("DESADV", "D", "96A", "UN", "EAN005");

    @Test
    void countsAndTrailersAreComputedAndDelimitersReleased() {
        EdifactWriter writer = writer("UNOC:3")
                .message("1", DESADV)
                .segment("BGM", "351", "D'1+2", "9")
                .message("2", DESADV)
                .segment("BGM", "351", "?", "")
                .segment("DTM", List.of(Element.composite("137", "20260304", "102", "")));

        assertThat(text(writer.end()))
                .isEqualTo("UNA:+.? 'UNB+UNOC:3+0614141000005:14+STORE+260304:1430+42++++1++1'"
                        + "UNH+1+DESADV:D:96A:UN:EAN005'BGM+351+D?'1?+2+9'UNT+3+1'"
                        + "UNH+2+DESADV:D:96A:UN:EAN005'BGM+351+??'DTM+137:20260304:102'UNT+4+2'UNZ+2+42'");
    }

    @Test
    void everyValueThatDoesNotFitIsRefusedAtOnce() {
        EdifactWriter writer = writer("UNOC:3")
                .message("1", DESADV)
                .segment("BGM", "351", "x".repeat(36))
                .segment("DTM", "")
                .segment("QTY", List.of(Element.composite("12", "many")))
                .segment("GIN", "BX", "Łódź")
                .segment("CPS", "1", "", "", "4");

        assertThat(writer.end()).isInstanceOfSatisfying(Written.Refused.class, refused -> assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "transaction 1, segment 3 (BGM), element 2: error VALUE_TOO_LONG: BGM02 (document or message number)"
                                + " is '" + "x".repeat(36) + "', but at most 35 characters fit in D96A; shorten it, or"
                                + " send it in an element that holds it.",
                        "transaction 1, segment 4 (DTM), element 1: error VALUE_MISSING: DTM01 (date, time or period) must"
                                + " be given.",
                        "transaction 1, segment 5 (QTY), element 1: error VALUE_INVALID: QTY01.2 (quantity) is 'many',"
                                + " which is no number; send digits, with a decimal mark where one is needed.",
                        "transaction 1, segment 6 (GIN), element 2: error VALUE_INVALID: GIN02 is 'Łódź', which holds a"
                                + " character that UNOC does not have; change the value, or choose another syntax"
                                + " identifier, such as UNOY for UTF-8.",
                        "transaction 1, segment 7 (CPS), element 4: error VALUE_INVALID: CPS has 3 elements, but 4 were"
                                + " given; give fewer."));
    }

    @Test
    void textIsWrittenInTheCharacterSetOfTheSyntaxIdentifier() {
        Written written = writer("UNOE:3")
                .message("1", DESADV)
                .segment("BGM", "351", "Москва")
                .end();

        byte[] bytes = ((Written.Interchange) written).bytes();
        assertThat(Reception.of(bytes).set().segments().get(1).element(2)).isEqualTo("Москва");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Москва");
    }

    @Test
    void delimitersThatCollideAreRefused() {
        Delimiters delimiters = new Delimiters('+', ':', Delimiters.NONE, "'", '+');
        Envelope envelope = new Envelope(
                delimiters, "UNOC:3", "14", "A", "14", "B", LocalDateTime.of(2026, 3, 4, 14, 30), 1, false, "P", false);

        assertThat(new EdifactWriter(envelope).end())
                .isInstanceOfSatisfying(Written.Refused.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::code)
                        .containsExactly(Fault.DELIMITERS_COLLIDE));
    }

    private static EdifactWriter writer(String syntax) {
        return new EdifactWriter(new Envelope(
                Delimiters.EDIFACT,
                syntax,
                "14",
                "0614141000005",
                "",
                "STORE",
                LocalDateTime.of(2026, 3, 4, 14, 30),
                42,
                true,
                "T",
                false));
    }

    private static String text(Written written) {
        return new String(((Written.Interchange) written).bytes(), StandardCharsets.ISO_8859_1);
    }
}
