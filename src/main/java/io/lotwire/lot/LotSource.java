package io.lotwire.lot;

/**
 * Where a traceability lot code was assigned (21 CFR 1.1310, "traceability lot code source"). Absent parts are {@code
 * ""}.
 *
 * @param gln the location's GLN
 * @param name the location in words
 * @param reference a reference to it: URL, FDA registration number
 */
public record LotSource(String gln, String name, String reference) {}
