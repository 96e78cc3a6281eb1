package io.lotwire.bench.x12;

/** A parser found fault with an interchange, and said so. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why) {
        super(why);
    }

    Refused(Throwable why) {
        super(why.toString(), why);
    }
}
