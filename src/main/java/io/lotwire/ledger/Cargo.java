package io.lotwire.ledger;

/** What a delivery brings. */
public sealed interface Cargo {
    /** The inbox row that caused it; 0 for a notice or an alert, which none did. */
    long inboxId();

    /** What kind of delivery it is, in one word. */
    DeliveryKind kind();

    /** What it is written in, such as {@code x12-856}, {@code epcis}, {@code 997}. */
    String format();

    /**
     * A document that the partner subscribed to.
     *
     * @param subscription the subscription's name
     * @param setId the transaction set that caused it
     */
    record Document(long inboxId, long setId, String subscription, String format) implements Cargo {
        @Override
        public DeliveryKind kind() {
            return DeliveryKind.SUBSCRIPTION;
        }
    }

    /** An acknowledgement of what the partner sent. */
    record Acknowledgement(long inboxId, String format) implements Cargo {
        @Override
        public DeliveryKind kind() {
            return DeliveryKind.ACKNOWLEDGEMENT;
        }
    }

    /** A notice of a recall, which nothing that came in caused. */
    record Notice(String format) implements Cargo {
        @Override
        public long inboxId() {
            return 0;
        }

        @Override
        public DeliveryKind kind() {
            return DeliveryKind.NOTICE;
        }
    }

    /** An alert about lots; it is written when it is made. */
    record Alert(String format) implements Cargo {
        @Override
        public long inboxId() {
            return 0;
        }

        @Override
        public DeliveryKind kind() {
            return DeliveryKind.ALERT;
        }
    }

    /**
     * The receipt of a message, which its sender wants posted.
     *
     * @param address where it is posted to
     */
    record Mdn(long inboxId, String address) implements Cargo {
        @Override
        public DeliveryKind kind() {
            return DeliveryKind.MDN;
        }

        @Override
        public String format() {
            return DeliveryKind.MDN.name();
        }
    }
}
