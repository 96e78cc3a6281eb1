/** The whole gateway beside what it stands on: its database, its disk, its broker, and its own engine. */
package io.lotwire.bench.pipeline;
