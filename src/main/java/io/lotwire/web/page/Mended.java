package io.lotwire.web.page;

import java.util.List;
import java.util.Optional;

/**
 * What a file has to do with mended copies.
 *
 * @param original from which it was made
 * @param copies which were made from it, the last first
 * @param possible whether who looks may make one
 */
record Mended(Optional<Long> original, List<Long> copies, boolean possible) {}
