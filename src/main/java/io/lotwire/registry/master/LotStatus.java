package io.lotwire.registry.master;

import io.lotwire.lot.IssueCode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * That a lot may not go, and who said so.
 *
 * @param kind in what way
 * @param since since when
 * @param by who said it
 * @param why why
 * @param reference a number of theirs, such as that of a complaint; {@code ""} for none
 * @param ended when and by whom it was ended; empty while it stands
 */
public record LotStatus(Kind kind, Instant since, String by, String why, String reference, Optional<Ended> ended) {
    /** In what way a lot may not go. */
    public enum Kind {
        HELD("held", IssueCode.LOT_ON_HOLD),
        RECALLED("recalled", IssueCode.LOT_RECALLED),
        /** It was warmer or colder than its product bears, and nobody has decided yet what follows from that. */
        EXCURSION("outside of its temperatures", IssueCode.TEMPERATURE_EXCURSION);

        private final String inWords;
        private final IssueCode issue;

        Kind(String inWords, IssueCode issue) {
            this.inWords = inWords;
            this.issue = issue;
        }

        /** What a lot is then, for people. */
        public String inWords() {
            return inWords;
        }

        /** The issue of an event that tells of such a lot. */
        public IssueCode issue() {
            return issue;
        }

        /** Its word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * That it stands no more.
     *
     * @param at since when
     * @param by who said it
     * @param why why
     */
    public record Ended(Instant at, String by, String why) {}

    /** Whether it stands. */
    public boolean stands() {
        return ended.isEmpty();
    }

    /** Whether the lot may not go, by whom and why. */
    public String words() {
        return kind.inWords() + " since " + since + " by " + by + ": " + why
                + (reference.isEmpty() ? "" : " (" + reference + ")");
    }
}
