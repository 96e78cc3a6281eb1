package io.lotwire.ledger;

import java.time.Instant;
import java.util.Optional;

/** How far a delivery has come, and what is known of it then. */
public sealed interface DeliveryProgress {
    /** The same in one word. */
    DeliveryState state();

    /** What goes out, once it is written. */
    Optional<WrittenContent> content();

    /** What the wire confirmed, once it did. */
    default Optional<Confirmation> confirmation() {
        return Optional.empty();
    }

    /** Why it waits for its next attempt, or for a person. */
    default Optional<Cause> cause() {
        return Optional.empty();
    }

    /**
     * To be written.
     *
     * @param cause why the last attempt failed, where there was one
     * @param next when it is due
     */
    record New(Optional<Cause> cause, Instant next) implements DeliveryProgress {
        @Override
        public DeliveryState state() {
            return DeliveryState.NEW;
        }

        @Override
        public Optional<WrittenContent> content() {
            return Optional.empty();
        }
    }

    /**
     * To be sent until the wire confirms.
     *
     * @param cause why the last attempt failed, where there was one
     * @param next when it is due
     */
    record ToSend(WrittenContent written, Optional<Cause> cause, Instant next) implements DeliveryProgress {
        @Override
        public DeliveryState state() {
            return DeliveryState.WRITTEN;
        }

        @Override
        public Optional<WrittenContent> content() {
            return Optional.of(written);
        }
    }

    /**
     * The partner's server took it, and its receipt is awaited.
     *
     * @param again when it is sent again, should no receipt come
     */
    record Sent(WrittenContent written, Instant again) implements DeliveryProgress {
        @Override
        public DeliveryState state() {
            return DeliveryState.SENT;
        }

        @Override
        public Optional<WrittenContent> content() {
            return Optional.of(written);
        }
    }

    /** See {@link DeliveryState#CONFIRMED}. */
    record Confirmed(WrittenContent written, Confirmation by) implements DeliveryProgress {
        @Override
        public DeliveryState state() {
            return DeliveryState.CONFIRMED;
        }

        @Override
        public Optional<WrittenContent> content() {
            return Optional.of(written);
        }

        @Override
        public Optional<Confirmation> confirmation() {
            return Optional.of(by);
        }
    }

    /**
     * The partner answered it.
     *
     * @param accepted whether they take it
     * @param confirmation what the wire confirmed; an answer may be faster
     */
    record Answered(WrittenContent written, boolean accepted, Optional<Confirmation> confirmation)
            implements DeliveryProgress {
        @Override
        public DeliveryState state() {
            return accepted ? DeliveryState.ACCEPTED : DeliveryState.REJECTED;
        }

        @Override
        public Optional<WrittenContent> content() {
            return Optional.of(written);
        }
    }

    /**
     * See {@link DeliveryState#PARKED}.
     *
     * @param content what was to go out, where it could be written
     */
    record Parked(Optional<WrittenContent> content, Cause why) implements DeliveryProgress {
        @Override
        public DeliveryState state() {
            return DeliveryState.PARKED;
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(why);
        }
    }

    /**
     * See {@link DeliveryState#DISMISSED}.
     *
     * @param content what was to go out, where it could be written
     */
    record Dismissed(Optional<WrittenContent> content, Cause why) implements DeliveryProgress {
        @Override
        public DeliveryState state() {
            return DeliveryState.DISMISSED;
        }

        @Override
        public Optional<Cause> cause() {
            return Optional.of(why);
        }
    }
}
