package io.lotwire.bench.x12;

/** A parser in the ring. It reads one good interchange that is in memory, walks all of it, and finds the lots. */
public interface Contestant {
    /**
     * Reads an interchange.
     *
     * @throws Exception when the contestant finds fault with it
     */
    Tally read(byte[] interchange) throws Exception;
}
