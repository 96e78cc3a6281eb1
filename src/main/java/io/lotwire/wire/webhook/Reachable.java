package io.lotwire.wire.webhook;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which IP addresses a webhook may connect to: those of the internet, and others only when that is said, so that an address in a
 * profile leads nobody to what is meant for this network alone. This machine itself is reached where its own name is written.
 *
 * @param host the host as the profile writes it
 * @param privateNetwork whether others than those of the internet are meant
 */
record Reachable(String host, boolean privateNetwork) implements Predicate<InetAddress> {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final int LENGTH_4 = 4;

    /** A beginning of addresses. */
    private static final class Block {
        private final int bits;
        private final int[] bytes;

        Block(int bits, int... bytes) {
            this.bits = bits;
            this.bytes = bytes;
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((address[bit / Byte.SIZE] & mask) != (bytes[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** IPv4 addresses that are none of the internet's, beside those that Java knows by name (RFC 6890, RFC 6598). */
    private static final List<Block> NOT_GLOBAL_4 = List.of(
            new Block(8, 0),
            new Block(10, 100, 64),
            new Block(24, 192, 0, 0),
            new Block(24, 192, 0, 2),
            new Block(15, 198, 18),
            new Block(24, 198, 51, 100),
            new Block(24, 203, 0, 113),
            new Block(4, 240));

    /** Of IPv6, only 2000::/3 is the internet's (RFC 4291); in it, 6to4 and Teredo hide an IPv4 address, 2001:db8 is for examples. */
    private static final Block GLOBAL_6 = new Block(3, 0x20);

    private static final List<Block> NOT_GLOBAL_6 =
            List.of(new Block(16, 0x20, 0x02), new Block(32, 0x20, 0x01, 0, 0), new Block(32, 0x20, 0x01, 0x0d, 0xb8));

    /** Whether a host is this machine by its name in figures, or as localhost. */
    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean test(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return isLoopback(host) || privateNetwork;
        }
        return privateNetwork || isGlobal(address);
    }

    private static boolean isGlobal(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == LENGTH_4
                ? NOT_GLOBAL_4.stream().noneMatch(block -> block.holds(bytes))
                : GLOBAL_6.holds(bytes) && NOT_GLOBAL_6.stream().noneMatch(block -> block.holds(bytes));
    }
}
