package io.lotwire.partner;

/** Whether what a partner sends is worked on, and what they get is sent, one after the other. */
public enum Order {
    /** As soon as it can be: a small file passes a large one, and nothing waits for what fails. */
    FREE,
    /**
     * Files in the order in which they came, whatever the wire; deliveries of a wire in the order in which they were made:
     * each waits until the one before it is confirmed, or waits for a person.
     */
    STRICT
}
