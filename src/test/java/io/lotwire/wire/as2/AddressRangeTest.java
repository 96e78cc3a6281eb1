package io.lotwire.wire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a range in a profile has. */
class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.0, true",
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.64/26, 203.0.113.63, false",
        "203.0.113.64/26, 203.0.113.127, true",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "203.0.113.7, ::ffff:203.0.113.7, true",
        "0.0.0.0/0, 198.51.100.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "203.0.113.0/24, localhost, false",
    })
    void aRangeHasTheAddressesThatBeginAsItDoes(String range, String address, boolean has) {
        AddressRange all = AddressRange.parse(range).orElseThrow();
        assertThat(AddressRange.address(address).filter(all::contains).isPresent())
                .isEqualTo(has);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "dead.beef",
                "203.0.113",
                "203.0.113.0/33",
                "203.0.113.0/",
                "203.0.113.1/24",
                "203.0.113.0/24/24",
                "2001:db8::/129",
                "1::2::3"
            })
    void whatIsNoRangeIsNotTakenForOne(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }
}
