package io.lotwire.compliance.sheet;

import io.lotwire.compliance.Selection;
import java.time.Instant;

/**
 * What a spreadsheet says about itself.
 *
 * @param asked which events were asked for
 * @param at when
 * @param version what wrote it, such as {@code Lotwire 0.1.0}
 */
public record About(Selection asked, Instant at, String version) {}
