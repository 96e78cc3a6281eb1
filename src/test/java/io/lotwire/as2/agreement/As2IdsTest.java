package io.lotwire.as2.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class As2IdsTest {
    @Test
    void quotesAreNoPartOfAName() {
        assertThat(As2Ids.ofHeaders("\"bob\"", "  \"Dave Farms\" ")).isEqualTo(new As2Ids("bob", "Dave Farms"));
    }
}
