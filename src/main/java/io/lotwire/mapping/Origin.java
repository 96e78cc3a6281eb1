package io.lotwire.mapping;

import java.time.ZoneId;

/**
 * The file that a transaction set came in.
 *
 * @param partner who sent it, by profile name; {@code ""} when no profile applies
 * @param file its name, for places of problems
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 * @param home where the partner's times are meant that state no zone, null when that is not agreed
 */
public record Origin(String partner, String file, String sha256, ZoneId home) {
    /** That of a partner with whom no time zone is agreed. */
    public Origin(String partner, String file, String sha256) {
        this(partner, file, sha256, null);
    }
}
