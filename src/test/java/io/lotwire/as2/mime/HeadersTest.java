package io.lotwire.as2.mime;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class HeadersTest {
    @Property
    void aTextSurvivesItsQuotes(
            @ForAll @AlphaChars @Chars({' ', '"', '\\', '-', '.'}) @StringLength(min = 1, max = 40) String text) {
        assertThat(QuotedString.unquoted(QuotedString.quoted(text))).isEqualTo(text);
    }

    @Test
    void foldedHeadersInAnyCaseAreRead() {
        MimeHeaders headers =
                MimeHeaders.parse("content-TYPE: multipart/signed;\r\n\tmicalg=sha-256;\n boundary=\"a;b\"\r\n");
        HeaderValue type = HeaderValue.parse(headers.first("Content-Type"));

        assertThat(type.main()).isEqualTo("multipart/signed");
        assertThat(type.parameter("micalg")).isEqualTo("sha-256");
        assertThat(type.parameter("boundary")).isEqualTo("a;b");
    }

    @Test
    void anEncodedFileNameWinsOverItsPlainForm() {
        HeaderValue value = HeaderValue.parse("attachment; filename=\"b_.pdf\"; filename*=UTF-8''b%C3%A9.pdf");

        assertThat(value.parameter("filename")).isEqualTo("b\u00e9.pdf");
    }
}
