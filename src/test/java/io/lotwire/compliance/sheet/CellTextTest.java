package io.lotwire.compliance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CellTextTest {
    @Test
    void aTextThatACellCanHoldStaysAsItIs() {
        for (String text : new String[] {"", "=1+1", "A\tB\r\nC", "Jalape\u00f1o", "\ud83e\udd6c", "_x", "_x12_"}) {
            assertThat(CellText.holdsWhole(text)).isTrue();
            assertThat(CellText.of(text)).isEqualTo(text);
        }
    }

    @Test
    void aCharacterThatXmlDoesNotAllowIsShownAsAReplacement() {
        for (String character : new String[] {"\0", "\u0001", "\u001f", "\ufffe", "\uffff", "\ud83e", "\udd6c"}) {
            assertThat(CellText.holdsWhole("A" + character + "B")).isFalse();
            assertThat(CellText.of("A" + character + "B")).isEqualTo("A\ufffdB");
        }
    }

    @Test
    void aTextBeyondTheLimitIsCutAndNeverWithinACharacter() {
        String longest = "x".repeat(CellText.LONGEST);
        assertThat(CellText.holdsWhole(longest)).isTrue();
        assertThat(CellText.holdsWhole(longest + "x")).isFalse();
        assertThat(CellText.of(longest + "x")).isEqualTo(longest);

        String half = "x".repeat(CellText.LONGEST - 1);
        assertThat(CellText.of(half + "\ud83e\udd6c")).isEqualTo(half);
    }

    @Test
    void whatLooksLikeAnEscapeIsReadAsItWasWritten() {
        assertThat(CellText.of("LOT_x0041_7")).isEqualTo("LOT_x005F_x0041_7");
        assertThat(CellText.of("_x0041_x0042_")).isEqualTo("_x005F_x0041_x005F_x0042_");
    }

    @Property
    void whateverComesIsWrittenInCharactersOfXml(@ForAll String text) {
        String written = CellText.of(text);

        assertThat(CellText.holdsWhole(written) || written.length() > CellText.LONGEST)
                .isTrue();
        if (CellText.holdsWhole(text) && !text.contains("_x")) {
            assertThat(written).isEqualTo(text);
        }
    }
}
