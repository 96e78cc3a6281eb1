package io.lotwire.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalLinkTest {
    private static final String GTIN = "10614141000019";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.com/01/" + GTIN + "/10/AB%2F1?17=261231",
                "HTTP://id.example.com/some/path/01/" + GTIN + "/10/AB%2F1/?17=261231&linkType=gs1:pip#part",
                "https://id.example.com/01/" + GTIN + "?10=AB%2f1&17=261231",
                "https://id.example.com:8443/01/01/" + GTIN + "/10/AB%2F1?x;17=261231",
            })
    void thePathAndTheQueryAreDataAndTheRestIsNot(String address) {
        assertThat(DigitalLink.parse(address).orElseThrow().data())
                .isEqualTo(Map.of("01", GTIN, "10", "AB/1", "17", "261231"));
    }

    @Test
    void aShorterGtinGetsItsZerosAndAPlusSignIsOne() {
        assertThat(DigitalLink.parse("https://id.example.com/01/614141000012/10/A+1")
                        .orElseThrow()
                        .data())
                .isEqualTo(Map.of("01", "00614141000012", "10", "A+1"));
        assertThat(DigitalLink.parse("https://id.example.com/00/006141411234567890")
                        .orElseThrow()
                        .get(ElementString.SSCC))
                .isEqualTo("006141411234567890");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https://id.example.com",
                "https://id.example.com/",
                "https://id.example.com/AQBhQUAAH4oP",
                "https://id.example.com/01",
                "https://id.example.com/01/" + GTIN + "/10",
                "https://id.example.com/01/" + GTIN + "/10/" + "A" + "/10/B",
                "https://id.example.com/01/" + GTIN + "/10/%2",
                "https://id.example.com/01/123",
                "ftp://id.example.com/01/" + GTIN,
            })
    void whatIsNoneIsNotReadAsOne(String address) {
        assertThat(DigitalLink.parse(address)).isEmpty();
    }

    @Property
    void readingNeverThrows(@ForAll String text) {
        DigitalLink.parse(text);
        DigitalLink.parse("https://id.example.com/01/" + GTIN + "/10/" + text);
    }
}
