/** Reading X12, ours beside the other parsers for Java: speed, memory and start, on the same generated ship notices. */
package io.lotwire.bench.x12;
