package io.lotwire.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPlaceTest {
    @Test
    void onePageOfOursIsGoneOnTo() {
        assertThat(SignInPlace.next("/files?partner=acme&from=2026-03-01"))
                .isEqualTo("/files?partner=acme&from=2026-03-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example",
                "elsewhere",
                "",
                "/login",
                "/login?to=/login",
                "/a\nSet-Cookie: x=y",
                "javascript:alert(1)"
            })
    void noOtherPlaceIsFollowed(String wanted) {
        assertThat(SignInPlace.next(wanted)).isEqualTo("/");
    }
}
