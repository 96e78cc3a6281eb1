package io.lotwire.gateway.step;

import io.lotwire.desk.Agreement;
import io.lotwire.desk.Handling;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.SetRow;
import io.lotwire.partner.Identity;

/** A document that was accepted, on its way to lot events. What is agreed about it was decided when its journey began. */
public sealed interface AcceptedDocument {
    /** The inbox row that it came with. */
    InboxRow inbox();

    /** The document in the ledger. */
    SetRow row();

    /** What was agreed with its sender. */
    Agreement agreement();

    /** What is done with it. */
    Handling handling();

    /** True when it is a test: it gives no lot events that are kept. */
    boolean isTest();

    /**
     * A transaction set of an interchange.
     *
     * @param set the set itself
     */
    record OfInterchange(InboxRow inbox, SetRow row, Agreement agreement, Handling handling, TransactionSet set)
            implements AcceptedDocument {
        @Override
        public boolean isTest() {
            return set.interchange().usage().equals(Identity.TEST);
        }
    }

    /** A file that is a document as a whole. Only interchanges say that they are tests. */
    record OfFile(InboxRow inbox, SetRow row, Agreement agreement, Handling handling) implements AcceptedDocument {
        @Override
        public boolean isTest() {
            return false;
        }
    }
}
