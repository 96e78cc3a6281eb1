package io.lotwire.registry;

import java.util.List;

/**
 * Where the lots with one code went. A lot is a code <em>and</em> a product: when several products share the code, each
 * has a trail of its own.
 *
 * @param code the lot code asked for
 * @param gtin the GTIN asked for, {@code ""} when none was
 * @param trails one for each product asked for, empty when no document names the lot
 * @param otherProducts products that share the code but were not asked for, in words
 */
public record Trace(String code, String gtin, List<LotTrail> trails, List<String> otherProducts) {
    public Trace {
        trails = List.copyOf(trails);
        otherProducts = List.copyOf(otherProducts);
    }
}
