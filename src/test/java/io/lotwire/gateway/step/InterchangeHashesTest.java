package io.lotwire.gateway.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterchangeHashesTest {
    @Test
    void lineEndsAroundAnInterchangeDoNotMakeItAnother() throws IOException {
        List<String> alone = hashes("ISA*1~IEA*1~", 0L);
        assertThat(hashes("\r\nISA*1~IEA*1~\r\n\r\n", 2L)).isEqualTo(alone);
    }

    @Test
    void lineEndsInsideAnInterchangeDo() throws IOException {
        assertThat(hashes("ISA*1~\nIEA*1~", 0L)).isNotEqualTo(hashes("ISA*1~IEA*1~", 0L));
    }

    @Test
    void eachInterchangeOfAFileHasTheHashThatItHasAlone() throws IOException {
        assertThat(hashes("ISA*1~IEA*1~\nISA*2~IEA*2~\n", 0L, 13L))
                .containsExactly(
                        hashes("ISA*1~IEA*1~", 0L).get(0),
                        hashes("ISA*2~IEA*2~", 0L).get(0));
    }

    @Test
    void aFileWithoutAnInterchangeHasNone() throws IOException {
        assertThat(hashes("hello")).isEmpty();
    }

    private static List<String> hashes(String text, Long... starts) throws IOException {
        return InterchangeHashes.of(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), List.of(starts));
    }
}
