package io.lotwire.bench.x12;

/**
 * The mark to aim at: looks at each byte once, compares it with the element separator and counts it when it is one. It
 * finds no lots. It runs with {@code -XX:-UseSuperWord}, so that the compiler makes no vector instructions of it.
 */
final class ByteLoop implements Contestant {
    @Override
    public Tally read(byte[] interchange) {
        int separators = 0;
        for (byte value : interchange) {
            separators += value == '*' ? 1 : 0;
        }
        return new Tally(separators, 0);
    }
}
