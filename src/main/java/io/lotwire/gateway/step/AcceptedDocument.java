package io.lotwire.gateway.step;

import io.lotwire.desk.Agreement;
import io.lotwire.desk.Handling;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.ReadSet;
import io.lotwire.partner.Identity;

/** A document that was accepted, on its way to lot events. What is agreed about it was decided when its journey began. */
public sealed interface AcceptedDocument {
    /** The inbox row that it came with. */
    InboxRow inbox();

    /** Its position in the file, from 1. */
    int ordinal();

    /** What it is, such as {@code 856}. */
    String kind();

    /** ST02 or UNH01; {@code ""} for a file as a whole. */
    String controlNumber();

    /** What was agreed with its sender. */
    Agreement agreement();

    /** What is done with it. */
    Handling handling();

    /** True when it is a test: it gives no lot events that are kept. */
    boolean isTest();

    /** Where it is in the ledger. */
    default ReadSet.Place place() {
        return new ReadSet.Place(inbox().id(), ordinal());
    }

    /**
     * A transaction set of an interchange.
     *
     * @param set the set itself
     */
    record OfInterchange(InboxRow inbox, int ordinal, Agreement agreement, Handling handling, TransactionSet set)
            implements AcceptedDocument {
        @Override
        public String kind() {
            return set.id();
        }

        @Override
        public String controlNumber() {
            return set.controlNumber();
        }

        @Override
        public boolean isTest() {
            return set.interchange().usage().equals(Identity.TEST);
        }
    }

    /** A file that is a document as a whole. Only interchanges say that they are tests. */
    record OfFile(InboxRow inbox, String kind, Agreement agreement, Handling handling) implements AcceptedDocument {
        @Override
        public int ordinal() {
            return 1;
        }

        @Override
        public String controlNumber() {
            return "";
        }

        @Override
        public boolean isTest() {
            return false;
        }
    }
}
