package io.lotwire.bench.x12;

/**
 * The mark to aim at: looks at each byte once and counts element separators and segment terminators, the least that a
 * tokenizer must find. It finds no lots. It runs with {@code -XX:-UseSuperWord}, so that the compiler makes no vector instructions of it.
 */
final class ByteLoop implements Contestant {
    @Override
    public Tally read(byte[] interchange) {
        int delimiters = 0;
        for (byte value : interchange) {
            delimiters += value == '*' || value == '~' ? 1 : 0;
        }
        return new Tally(delimiters, 0);
    }
}
