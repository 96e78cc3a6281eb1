package io.lotwire.edi.plan;

import io.lotwire.edi.bytes.CodeSet;
import io.lotwire.edi.bytes.Digits;
import io.lotwire.edi.bytes.EightBytes;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.KeyKind;
import io.lotwire.lot.CheckDigit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The GS1 keys that an element holds where the element before it says so: whether they have as many digits as they must,
 * the last of which is their check digit.
 */
public final class Keys {
    private final Map<String, KeyKind> kinds;
    private final long[] codes;
    private final long[] digits;

    private Keys(Map<String, KeyKind> kinds) {
        this.kinds = kinds;
        List<String> listed = List.copyOf(kinds.keySet());
        this.codes = listed.stream().mapToLong(CodeSet::packed).toArray();
        this.digits = listed.stream().mapToLong(code -> bits(kinds.get(code))).toArray();
    }

    private static long bits(KeyKind kind) {
        return kind.digits().stream().mapToLong(count -> 1L << count).sum();
    }

    /**
     * The keys that an element speaks of.
     *
     * @param qualifier its number, such as {@code 235}
     * @return null when it speaks of none
     */
    public static Keys of(String qualifier) {
        Map<String, KeyKind> kinds = Grammar.keyKinds(qualifier);
        return kinds.isEmpty() ? null : new Keys(kinds);
    }

    /**
     * False when an element of a window, in ASCII and not empty, says of a key, and the next one is none.
     *
     * @param from where the element begins
     * @param to where it ends
     * @param nextFrom where the next one begins
     * @param nextTo where that ends
     */
    boolean areGood(byte[] bytes, int from, int to, int nextFrom, int nextTo) {
        if (to - from > Long.BYTES) {
            return true;
        }
        long code = EightBytes.some(bytes, from, to - from);
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == code) {
                int length = nextTo - nextFrom;
                boolean shaped = length < Long.SIZE && (digits[i] & (1L << length)) != 0;
                return length == 0 || (shaped && CheckDigit.isGood(bytes, nextFrom, nextTo));
            }
        }
        return true;
    }

    /**
     * What is wrong with a key.
     *
     * @param code the qualifying element, such as {@code UK}
     * @param value the key as sent
     * @return goes on after "which": {@code is no GTIN: its check digit is wrong; send the right number}; empty when
     *     nothing is wrong, or when the code says of no key
     */
    public Optional<String> fault(String code, String value) {
        return fault(kinds.get(code), value);
    }

    /**
     * The same for a kind of key.
     *
     * @param kind null for none
     */
    public static Optional<String> fault(KeyKind kind, String value) {
        if (kind == null || value.isEmpty()) {
            return Optional.empty();
        }
        boolean shaped = Digits.only(value) && kind.digits().contains(value.length());
        if (shaped && CheckDigit.isGood(value)) {
            return Optional.empty();
        }
        String counts = kind.digits().stream().sorted().map(Object::toString).collect(Collectors.joining(" or "));
        return Optional.of("is no " + kind.kind()
                + (shaped ? ": its check digit is wrong" : ", which has " + counts + " digits")
                + "; send the right number");
    }
}
