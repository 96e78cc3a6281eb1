package io.lotwire.bench.x12;

/** A parser in the ring. It reads an interchange that is in memory, walks all of it, and finds the lots. */
public interface Contestant {
    /**
     * Reads an interchange.
     *
     * @throws Refused when the parser finds fault with it
     * @throws Exception of any other kind when the parser fails
     */
    Tally read(byte[] interchange) throws Exception;
}
