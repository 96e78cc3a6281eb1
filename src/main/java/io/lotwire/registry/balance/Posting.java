package io.lotwire.registry.balance;

/** By what goods come to a place, or leave it. */
public enum Posting {
    /** They were received from elsewhere. */
    RECEIVED(true, "received"),
    /** They were sent there; no receipt tells it, but goods of theirs left again, so that they arrived. */
    ARRIVED(true, "arrived without a receipt"),
    /** They came out of a run of production. */
    MADE(true, "made"),
    /** They came from another place of the same site. */
    MOVED_IN(true, "moved in"),
    /** They came back. */
    TAKEN_BACK(true, "taken back"),
    /** The stock was corrected: there is more. */
    ADJUSTED_UP(true, "adjusted up"),
    SHIPPED(false, "shipped"),
    RETURNED(false, "returned"),
    MOVED_OUT(false, "moved out"),
    /** They went into a run of production. */
    USED(false, "used"),
    DISPOSED(false, "disposed"),
    /** The stock was corrected: there is less. */
    ADJUSTED_DOWN(false, "adjusted down");

    private final boolean comes;
    private final String words;

    Posting(boolean comes, String words) {
        this.comes = comes;
        this.words = words;
    }

    /** Whether goods come by it; else they leave. */
    public boolean comes() {
        return comes;
    }

    /** What people call it. */
    public String words() {
        return words;
    }
}
