package io.lotwire.wire;

/** The names under which a route's exchange carries what is worked on. */
public final class ExchangeNames {
    /** Header: number of the inbox row. */
    public static final String INBOX = "LotwireInbox";

    /** Header: numbers of the inbox rows that a wire just made. */
    public static final String NEW_INBOX_ROWS = "LotwireNewInboxRows";

    /** Header: profile name of the partner at the other end of the wire. */
    public static final String PARTNER = "LotwirePartner";

    /** Header: the receipt ({@code OutgoingMdn}) that tells the sender of a refused message, when it travels by itself. */
    public static final String REFUSAL = "LotwireRefusal";

    /** Property: number of the delivery. */
    public static final String DELIVERY = "LotwireDelivery";

    private ExchangeNames() {}
}
