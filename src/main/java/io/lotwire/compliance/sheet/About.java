package io.lotwire.compliance.sheet;

import io.lotwire.compliance.Selection;
import java.time.Instant;
import java.util.Optional;

/**
 * What a spreadsheet says about itself.
 *
 * @param asked which events were asked for
 * @param at when
 * @param version what wrote it, such as {@code Lotwire 0.1.0}
 */
public record About(Selection asked, Instant at, String version) {
    /** What one that this Lotwire writes says. */
    public static About of(Selection asked, Instant at) {
        return new About(asked, at, thisLotwire());
    }

    /** Which Lotwire this is. */
    public static String thisLotwire() {
        return "Lotwire"
                + Optional.ofNullable(About.class.getPackage().getImplementationVersion())
                        .map(" "::concat)
                        .orElse("");
    }
}
