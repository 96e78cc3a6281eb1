package io.lotwire.ledger;

import java.util.Optional;

/** How far an inbox row has come, and what is known of it then. */
public sealed interface InboxProgress {
    /** The same in one word. */
    InboxState state();

    /** Why it was not taken, or waits for a person. */
    default Optional<Cause> cause() {
        return Optional.empty();
    }

    /** See {@link InboxState#RECEIVED}. */
    record Received() implements InboxProgress {
        @Override
        public InboxState state() {
            return InboxState.RECEIVED;
        }
    }

    /** See {@link InboxState#READ}. */
    record Read() implements InboxProgress {
        @Override
        public InboxState state() {
            return InboxState.READ;
        }
    }

    /** See {@link InboxState#TRANSLATED}. */
    record Translated() implements InboxProgress {
        @Override
        public InboxState state() {
            return InboxState.TRANSLATED;
        }
    }

    /** See {@link InboxState#REJECTED}. */
    record Rejected(Cause why) implements InboxProgress {
        @Override
        public InboxState state() {
            return InboxState.REJECTED;
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(why);
        }
    }

    /** See {@link InboxState#PARKED}. */
    record Parked(Cause why) implements InboxProgress {
        @Override
        public InboxState state() {
            return InboxState.PARKED;
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(why);
        }
    }

    /** See {@link InboxState#DISMISSED}. */
    record Dismissed(Cause why) implements InboxProgress {
        @Override
        public InboxState state() {
            return InboxState.DISMISSED;
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(why);
        }
    }
}
