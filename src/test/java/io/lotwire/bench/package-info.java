/** The project's benchmarks, run by {@code ./lotwire bench}: each measures figures side by side and holds them to a goal. */
package io.lotwire.bench;
