package io.lotwire.lot;

/** A postal address; absent parts are {@code ""}. */
public record Address(String line1, String line2, String city, String region, String postalCode, String country) {}
