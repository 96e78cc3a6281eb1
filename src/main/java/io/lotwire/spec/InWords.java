package io.lotwire.spec;

import io.lotwire.edi.acknowledgement.AcknowledgementStyle;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Word;
import io.lotwire.lot.rule.Checks;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.lot.rule.StockCause;
import io.lotwire.mapping.Mapping.LotDate;
import io.lotwire.partner.AlertRule;
import io.lotwire.partner.Completeness;
import io.lotwire.partner.Identity;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.RecallNotices;
import io.lotwire.partner.Subscription;
import io.lotwire.problem.ProblemCode;
import io.lotwire.writing.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts of a profile in words. */
final class InWords {
    private InWords() {}

    static List<String> of(Identity identity) {
        List<String> numbers = new ArrayList<>();
        if (identity.gln() != null) {
            numbers.add("GLN " + identity.gln());
        }
        if (!identity.duns().isEmpty()) {
            numbers.add("D-U-N-S number " + identity.duns());
        }
        numbers.addAll(addresses(identity));
        return numbers;
    }

    /** The addresses in envelopes. */
    static List<String> addresses(Identity identity) {
        List<String> numbers = new ArrayList<>();
        if (identity.x12() != null) {
            boolean own = !identity.x12().application().isEmpty()
                    && !identity.x12().application().equals(identity.x12().id());
            numbers.add("X12: qualifier " + identity.x12().qualifier() + ", id "
                    + identity.x12().id()
                    + (own ? ", application code " + identity.x12().application() : ""));
        }
        if (identity.edifact() != null) {
            String qualifier = identity.edifact().qualifier();
            numbers.add(
                    "EDIFACT: id " + identity.edifact().id() + (qualifier.isEmpty() ? "" : ", qualifier " + qualifier));
        }
        return numbers;
    }

    static String of(Inbound.Acknowledgement acknowledgement) {
        AcknowledgementStyle style = acknowledgement.style();
        return "a " + style.kind().set() + (style.version().isEmpty() ? "" : " in version " + style.version())
                + " over "
                + acknowledgement.over().word()
                + (style.everySet() ? ", of every transaction set" : ", of faulty transaction sets only");
    }

    static String of(Subscription subscription) {
        Subscription.When when = subscription.when();
        Subscription.Send send = subscription.send();
        Style style = send.style();
        return send.format().word()
                + (style.version().isEmpty() ? "" : " " + style.version())
                + (subscription.usage().equals(Identity.TEST) ? ", as a test (usage T)" : "")
                + (style.levels().isEmpty() ? "" : ", levels " + style.levels())
                + split(send.split())
                + (style.lots().isEmpty() ? "" : ", lots in " + String.join(", ", style.lots()))
                + (subscription.answeredWithin() == null
                        ? ""
                        : ", to be answered within "
                                + subscription.answeredWithin().toMinutes() + " minutes")
                + complete(subscription.complete())
                + (style.leaveOut().isEmpty()
                        ? ""
                        : ", without " + style.leaveOut().stream().sorted().collect(Collectors.joining(", ")))
                + ", for " + (when.type() == null ? "every event" : "goods " + word(when.type()))
                + (when.documents().isEmpty()
                        ? ""
                        : ", told by a " + when.documents().stream().sorted().collect(Collectors.joining(" or ")))
                + (when.items().isEmpty()
                        ? ""
                        : ", of GTIN "
                                + when.items().stream()
                                        .map(Gtin::digits)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))
                + (when.conditions().isEmpty()
                        ? ""
                        : ", in condition "
                                + when.conditions().stream()
                                        .map(InWords::word)
                                        .sorted()
                                        .collect(Collectors.joining(" or ")))
                + (when.shipFrom() == null ? "" : ", coming from " + String.join(", ", of(when.shipFrom())))
                + (when.shipTo() == null ? "" : ", going to " + String.join(", ", of(when.shipTo())))
                + "; over " + subscription.over().word() + ", named "
                + subscription.fileName().text();
    }

    private static String complete(Completeness complete) {
        if (complete == null) {
            return "";
        }
        String rule = complete.rule() == Completeness.Rule.DSCSA ? " (DSCSA)" : " (FSMA 204)";
        String all = complete.elements().equals(complete.rule().elements())
                ? "what the shipper must give" + rule
                : complete.elements().stream().sorted().map(InWords::word).collect(Collectors.joining(", ")) + rule;
        return complete.missing() == Completeness.Missing.PARK
                ? ", only with " + all
                : ", with a warning to us when it lacks " + all;
    }

    private static String split(Subscription.Split split) {
        String most = split.events() == Integer.MAX_VALUE ? "" : " of at most " + split.events() + " events";
        if (split.by() == null) {
            return most.isEmpty() ? "" : ", in documents" + most;
        }
        return ", a document" + most + " for each " + word(split.by());
    }

    static String of(LotKind kind) {
        return word(kind).replace('-', ' ');
    }

    static String of(LotDate date) {
        return switch (date) {
            case EXPIRES -> "expiry date";
            case BEST_BEFORE -> "best-before date";
            case MANUFACTURED -> "date of manufacture";
            case PACKED -> "packing date";
            case HARVESTED -> "harvest date";
        };
    }

    static String word(Enum<?> value) {
        return Word.of(value);
    }

    static List<String> of(Checks checks) {
        List<String> words = new ArrayList<>();
        checks.chosen().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + ": " + word(each.getValue()))
                .forEach(words::add);
        ShelfLifeMinimum minimum = checks.minimum();
        if (minimum.days() > 0) {
            words.add("lots that are shipped to them have " + minimum.days() + " days of shelf life left");
        }
        if (minimum.percent() > 0) {
            words.add("lots that are shipped to them have " + minimum.percent() + " percent of their shelf life left");
        }
        return words;
    }

    static String of(RecallNotices recall) {
        return (recall.as().isX12() ? "an " : "") + recall.as().word() + " over "
                + recall.over().word() + (recall.test() ? ", in drills too, as a test" : "") + "; a reminder every "
                + recall.remindAfter().toMinutes() + " minutes until it is answered, which is to be within "
                + recall.answerWithin().toMinutes() + " minutes";
    }

    static String of(AlertRule rule) {
        return rule.name() + ": "
                + rule.of().stream().map(ProblemCode::name).collect(Collectors.joining(", "))
                + (rule.of().contains(StockCause.LOT_EXPIRING) ? " (within " + rule.days() + " days)" : "")
                + rule.tell().stream()
                        .map(step -> (step.after().isZero()
                                        ? "; at once to "
                                        : "; when nobody has taken it after " + words(step.after()) + ", to ")
                                + step.partner() + " over " + step.over().word() + " as " + word(step.as()))
                        .collect(Collectors.joining());
    }

    private static String words(Duration duration) {
        return duration.toSecondsPart() == 0 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }

    static List<String> of(LotRules rules) {
        List<String> words = new ArrayList<>();
        if (!rules.assignedBy().isEmpty()) {
            words.add("they appear first in documents of "
                    + rules.assignedBy().stream().sorted().collect(Collectors.joining(", ")));
        }
        if (!rules.required().isEmpty()) {
            words.add("each has "
                    + rules.required().stream().sorted().map(InWords::word).collect(Collectors.joining(", ")));
        }
        rules.patterns().forEach(each -> words.add("codes of " + each.source() + " are " + each.pattern()));
        return words;
    }
}
