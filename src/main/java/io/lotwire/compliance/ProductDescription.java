package io.lotwire.compliance;

/** A product description (21 CFR 1.1310); parts that nobody told are {@code ""}. */
public record ProductDescription(
        String name, String brand, String commodity, String variety, String packagingSize, String packagingStyle) {}
