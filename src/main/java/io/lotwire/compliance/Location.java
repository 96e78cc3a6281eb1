package io.lotwire.compliance;

/**
 * A location description (21 CFR 1.1310); parts that nobody told are {@code ""}.
 *
 * @param gln the location's GLN, which the rule does not ask for, but trade partners do
 * @param name the business name
 * @param street street address or geographic coordinates
 */
public record Location(
        String gln,
        String name,
        String phone,
        String street,
        String city,
        String region,
        String postalCode,
        String country) {
    /** Of which nothing is known. */
    public static final Location UNKNOWN = new Location("", "", "", "", "", "", "", "");
}
