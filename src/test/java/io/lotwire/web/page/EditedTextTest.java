package io.lotwire.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EditedTextTest {
    /** What a browser makes of a text: the lines of a form end by CR LF. */
    private static String sent(EditedText edited) {
        return edited.text().replace("\n", "\r\n");
    }

    @Property
    void whatNobodyEditsComesBackAsTheSameBytes(@ForAll byte[] bytes) {
        EditedText edited = EditedText.of(bytes).orElse(null);
        Assume.that(edited != null);

        assertThat(edited.bytes(sent(edited))).isEqualTo(bytes);
    }

    @Property
    void linesOfLettersAreEdited(@ForAll boolean crlf, @ForAll("lines") String text) {
        byte[] bytes = (crlf ? text.replace("\n", "\r\n") : text).getBytes(StandardCharsets.UTF_8);

        EditedText edited = EditedText.of(bytes).orElseThrow();

        assertThat(edited.bytes(sent(edited))).isEqualTo(bytes);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("AZ*~é\n\u001e\u001f ").ofMaxLength(40);
    }

    @Test
    void whatWouldNotComeBackIsNotEdited() {
        assertThat(EditedText.of(new byte[] {'A', 0, 'B'})).isEmpty();
        assertThat(EditedText.of("A\r\nB\nC".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(EditedText.of("A\rB\rC".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(EditedText.of(new byte[EditedText.MOST + 1])).isEmpty();
    }

    @Test
    void lettersOfWesternEuropeStayTheirBytes() {
        byte[] latin = {'N', '*', (byte) 0xE9, '~'};

        assertThat(EditedText.of(latin).orElseThrow().bytes("N*\u00e9~")).isEqualTo(latin);
    }
}
