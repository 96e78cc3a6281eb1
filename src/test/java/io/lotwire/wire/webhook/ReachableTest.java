package io.lotwire.wire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableTest {
    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "100.128.0.1", "172.32.0.1", "192.0.1.1", "2606:4700::1111"})
    void addressesOfTheInternetAreReached(String address) throws UnknownHostException {
        assertThat(named("hooks.example.com", address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "::",
                "::ffff:10.1.2.3",
                "64:ff9b::a01:203",
                "2002:a01:203::1"
            })
    void othersAreOnlyReachedWhereThatIsSaid(String address) throws UnknownHostException {
        assertThat(named("hooks.example.com", address)).isFalse();
        assertThat(new Reachable("hooks.example.com", true).test(InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void thisMachineIsReachedByItsOwnNameAndNotByAnother() throws UnknownHostException {
        assertThat(named("127.0.0.1", "127.0.0.1")).isTrue();
        assertThat(named("localhost", "::1")).isTrue();
        assertThat(named("hooks.example.com", "127.0.0.1")).isFalse();
    }

    private static boolean named(String host, String address) throws UnknownHostException {
        return new Reachable(host, false).test(InetAddress.getByName(address));
    }
}
