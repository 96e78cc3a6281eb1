package io.lotwire.wire;

/** The names under which a route's exchange carries what is worked on. */
public final class ExchangeNames {
    /** Header: profile name of the partner at the other end of the wire. */
    public static final String PARTNER = "LotwirePartner";

    /** Header: the receipt ({@code OutgoingMdn}) that tells the sender of a refused message, when it travels by itself. */
    public static final String REFUSAL = "LotwireRefusal";

    /** Property: files that were taken from the inbox ({@code TakenFiles}). */
    public static final String TAKEN = "LotwireTaken";

    /** Property: deliveries that are sent together ({@link Sending}). */
    public static final String SENDING = "LotwireSending";

    /** Property: the one of them ({@link Outgoing}) that is being sent. */
    public static final String OUTGOING = "LotwireOutgoing";

    private ExchangeNames() {}
}
