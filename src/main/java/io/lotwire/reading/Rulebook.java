package io.lotwire.reading;

import io.lotwire.partner.Profiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What files are read by.
 *
 * @param mappings the folder of mappings
 * @param profiles loads the profiles that senders are looked for in; asked only when one is looked for
 * @param clock tells the time, for acknowledgements
 */
public record Rulebook(Path mappings, Supplier<Profiles> profiles, Clock clock) {}
