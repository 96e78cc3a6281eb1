package io.lotwire.network;

/** Goods of a lot at a place, or on a pallet, which mix. */
final class Stock {
    final int lot;
    int quantity;
    /** Which watched lots were ever in what came here. */
    long watched;

    Stock(int lot) {
        this.lot = lot;
    }

    void add(int more, long watchedOfMore) {
        quantity += more;
        watched |= watchedOfMore;
    }

    /** Takes some out, all that is there at most. */
    int take(int wanted) {
        int taken = Math.min(wanted, quantity);
        quantity -= taken;
        return taken;
    }
}
