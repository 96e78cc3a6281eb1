package io.lotwire.lot;

/**
 * A lot and its dates. Dates are ISO 8601 ({@code 2026-12-31}); absent ones are {@code ""}. The kinds of date are kept
 * apart: a best-before date is no expiry date.
 *
 * @param code what the partner sent, to the character
 * @param kind what the code is
 * @param source where the lot was made, null when not stated
 * @param certainty how it is known, null when the document states it
 */
public record Lot(
        String code,
        LotKind kind,
        String expires,
        String bestBefore,
        String manufactured,
        String packed,
        String harvested,
        LotSource source,
        Certainty certainty) {

    /** A lot that the document states. */
    public Lot(
            String code,
            LotKind kind,
            String expires,
            String bestBefore,
            String manufactured,
            String packed,
            String harvested,
            LotSource source) {
        this(code, kind, expires, bestBefore, manufactured, packed, harvested, source, null);
    }
}
