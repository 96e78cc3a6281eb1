package io.lotwire.wire.as2;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses with the same beginning (RFC 4632, RFC 4291 section 2.3), as {@code 203.0.113.0/24}.
 *
 * @param first an address of them
 * @param bits how many bits they share with it
 */
public record AddressRange(InetAddress first, int bits) {
    /** An address in figures: anything else would be looked up as a name. */
    private static final Pattern FIGURES =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * Reads one.
     *
     * @param text an address, or an address, {@code /} and a number of bits
     * @return empty when it is neither, or has bits beyond that number
     */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", -1);
        Optional<InetAddress> address = address(parts[0]);
        if (address.isEmpty() || parts.length > 2) {
            return Optional.empty();
        }
        int all = address.get().getAddress().length * Byte.SIZE;
        if (parts.length == 1) {
            return Optional.of(new AddressRange(address.get(), all));
        }
        if (!parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > all) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(parts[1]);
        byte[] bytes = address.get().getAddress();
        for (int bit = bits; bit < all; bit++) {
            if (isSet(bytes, bit)) {
                return Optional.empty();
            }
        }
        return Optional.of(new AddressRange(address.get(), bits));
    }

    /** Whether an address is one of them. */
    boolean contains(InetAddress other) {
        byte[] ours = first.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (isSet(ours, bit) != isSet(theirs, bit)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }

    /** An address in figures, empty when it is none. An IPv4 address in IPv6 (::ffff:...) is an IPv4 address. */
    static Optional<InetAddress> address(String text) {
        if (!FIGURES.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isSet(byte[] bytes, int bit) {
        return (bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1;
    }
}
