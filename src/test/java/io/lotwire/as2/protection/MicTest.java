package io.lotwire.as2.protection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MicTest {
    @Test
    void aMicIsReadInEverySpellingOfItsAlgorithm() {
        Mic expected = new Mic("AbC=", DigestAlgorithm.SHA_256);

        assertThat(Mic.parse("AbC=, sha-256")).contains(expected);
        assertThat(Mic.parse("AbC= ,SHA256")).contains(expected);
        assertThat(Mic.parse("AbC=, md5")).isEmpty();
        assertThat(Mic.parse("AbC=")).isEmpty();
    }
}
