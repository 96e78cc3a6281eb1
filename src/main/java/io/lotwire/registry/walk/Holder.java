package io.lotwire.registry.walk;

/** What holds goods: a place, by its number in {@link Places}, or a logistic unit, by its SSCC with a minus. */
final class Holder {
    static final long NOWHERE = Places.NOWHERE;

    private Holder() {}

    static long unit(long sscc) {
        return -sscc;
    }

    static boolean isPlace(long holder) {
        return holder > 0;
    }
}
