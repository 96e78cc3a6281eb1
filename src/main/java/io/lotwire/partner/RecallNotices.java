package io.lotwire.partner;

import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.Subscription.Send;
import io.lotwire.partner.Subscription.Split;
import io.lotwire.partner.Subscription.When;
import io.lotwire.writing.Style;
import io.lotwire.yaml.FileLine;
import java.time.Duration;
import java.util.Optional;

/**
 * How a partner is told of a recall of goods that they got.
 *
 * @param as in which format
 * @param template the template, such as {@code templates/recall.txt}; {@code ""} for other formats
 * @param over over which wire
 * @param test whether they are told in drills, too, by a notice that says that it is a test
 * @param remindAfter how long after a notice that they did not answer they are reminded, and again
 * @param answerWithin how soon they are to answer; later it counts as overdue
 * @param at where the profile says it
 */
public record RecallNotices(
        As as, String template, WireKind over, boolean test, Duration remindAfter, Duration answerWithin, FileLine at) {
    /** What stands for the kind of document in names of files, and for the subscription where deliveries are told of. */
    public static final String NAME = "recall";

    /** The formats of notices. */
    public enum As {
        /** X12 864, text message; its 997 is awaited. */
        X12_864("864", null),
        /** X12 824, application advice, which rejects each lot; its 997 is awaited. */
        X12_824("824", null),
        /** CSV with a row for each shipment of an affected lot. */
        CSV("csv", Format.LOT_CSV),
        /** EPCIS 2.0: the lots with the disposition recalled. */
        EPCIS("epcis", Format.EPCIS),
        /** Lot events with the condition recalled, one on each line. */
        JSON("json", Format.EVENTS),
        /** What a template makes of these. */
        TEMPLATE("template", Format.TEMPLATE);

        private final String word;
        private final Format format;

        As(String word, Format format) {
            this.word = word;
            this.format = format;
        }

        /** The word that profiles and the ledger use. */
        public String word() {
            return word;
        }

        /** True for a document of X12, which is made of the goods as a whole. */
        public boolean isX12() {
            return this == X12_864 || this == X12_824;
        }
    }

    /**
     * The same as a subscription to lot events with the condition recalled; empty for an 864 or 824, which a recall has of its own.
     *
     * @param usage {@code P}, or {@code T} for a test
     */
    public Optional<Subscription> asSubscription(String usage) {
        return Optional.ofNullable(as.format)
                .map(format -> new Subscription(
                        NAME,
                        When.ANY,
                        new Send(format, template, Style.USUAL, null, null, Conventions.STANDARD, Split.NONE),
                        usage,
                        over,
                        fileName(usage, format.extension()),
                        null,
                        null,
                        at));
    }

    /** The name of a file with a notice. */
    public static FileNamePattern fileName(String usage, String extension) {
        return new FileNamePattern((usage.equals(Identity.TEST) ? "test-" : "")
                + "${document}-${documentNumber}-${delivery}." + extension);
    }
}
