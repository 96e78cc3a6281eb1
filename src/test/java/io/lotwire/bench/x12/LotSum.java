package io.lotwire.bench.x12;

/** Sums lots up as they are found: FNV-1a of 64 bits over their characters, a line feed after each. */
final class LotSum {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash = BASIS;
    private long lots;

    void add(CharSequence lot) {
        for (int i = 0; i < lot.length(); i++) {
            hash = (hash ^ lot.charAt(i)) * PRIME;
        }
        end();
    }

    void add(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * PRIME;
        }
        end();
    }

    private void end() {
        hash = (hash ^ '\n') * PRIME;
        lots++;
    }

    Tally tally() {
        return new Tally(lots, hash);
    }
}
