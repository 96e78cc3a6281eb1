package io.lotwire.bench.as2;

import java.io.IOException;

/** A Java that does nothing until standard input ends: what any receiver takes before it is one. */
final class Idle {
    private Idle() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("listening 0 0");
        while (System.in.read() >= 0) {
            // Until the end.
        }
    }
}
