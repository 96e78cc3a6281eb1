package io.lotwire.wire;

import java.nio.file.Path;

/**
 * Where a gateway keeps what it has under way.
 *
 * @param folder the data folder
 */
public record DataPath(Path folder) {}
