package io.lotwire.ledger;

import java.util.Optional;

/** What became of a transaction set, and what is known of it then. */
public sealed interface SetProgress {
    /** The same in one word. */
    SetState state();

    /** The business number, such as BSN02, once a mapping has found it. */
    default Optional<String> documentNumber() {
        return Optional.empty();
    }

    /** Why it was not taken, or waits for a person. */
    default Optional<Cause> cause() {
        return Optional.empty();
    }

    /**
     * To be translated.
     *
     * @param inSpiteOfProblems whether the checks found something
     */
    record Accepted(boolean inSpiteOfProblems) implements SetProgress {
        @Override
        public SetState state() {
            return inSpiteOfProblems ? SetState.ACCEPTED_WITH_ERRORS : SetState.ACCEPTED;
        }
    }

    /** See {@link SetState#REJECTED}. */
    record Rejected(Cause why) implements SetProgress {
        @Override
        public SetState state() {
            return SetState.REJECTED;
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(why);
        }
    }

    /** A message that is no document, such as an 824: it was heard, and there is nothing more to do. */
    record Heard() implements SetProgress {
        @Override
        public SetState state() {
            return SetState.TRANSLATED;
        }
    }

    /** See {@link SetState#TRANSLATED}. */
    record Translated(String number) implements SetProgress {
        @Override
        public SetState state() {
            return SetState.TRANSLATED;
        }

        @Override
        public Optional<String> documentNumber() {
            return Optional.of(number);
        }
    }

    /** See {@link SetState#TESTED}. */
    record Tested(String number) implements SetProgress {
        @Override
        public SetState state() {
            return SetState.TESTED;
        }

        @Override
        public Optional<String> documentNumber() {
            return Optional.of(number);
        }
    }

    /**
     * See {@link SetState#PARKED}.
     *
     * @param documentNumber the business number, where it was found
     */
    record Parked(Cause why, Optional<String> documentNumber) implements SetProgress {
        @Override
        public SetState state() {
            return SetState.PARKED;
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(why);
        }
    }

    /**
     * See {@link SetState#DISMISSED}.
     *
     * @param documentNumber the business number, where it was found
     */
    record Dismissed(Cause why, Optional<String> documentNumber) implements SetProgress {
        @Override
        public SetState state() {
            return SetState.DISMISSED;
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(why);
        }
    }
}
