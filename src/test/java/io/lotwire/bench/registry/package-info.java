/** Measures the registry's answers over a made-up network whose right answers are known, beside what one would write without it. */
package io.lotwire.bench.registry;
