package io.lotwire.infer;

/** What a question is about, in the order in which questions matter. */
enum Matter {
    LOTS,
    ITEMS,
    QUANTITIES,
    DATES,
    CODES,
    SAMPLES,
    ADDRESSES,
    AGREEMENTS
}
