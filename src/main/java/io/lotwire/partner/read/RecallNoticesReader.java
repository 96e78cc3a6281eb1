package io.lotwire.partner.read;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.partner.Identity;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.RecallNotices;
import io.lotwire.partner.RecallNotices.As;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code recall}: how a partner is told of a recall. */
final class RecallNoticesReader {
    private static final Choices<As> FORMATS = Choices.of(List.of(As.values()), As::word);
    private static final Duration REMIND_AFTER = Duration.ofDays(1);
    private static final Duration ANSWER_WITHIN = Duration.ofDays(2);

    /** Nobody reads and answers sooner; and each reminder is a message to them. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Identity they;
    private final List<Wire> wires;

    RecallNoticesReader(Identity they, List<Wire> wires) {
        this.they = they;
        this.wires = wires;
    }

    /** Null, and reported, where it is not said how they are told. */
    RecallNotices read(YamlFields fields) {
        Optional<As> as = fields.choice("as", FORMATS);
        Optional<WireKind> over = ProfileReader.over(fields, wires);
        String template = template(fields, as);
        boolean test = fields.flag("test", false);
        Duration remindAfter = duration(fields, "remindAfter", REMIND_AFTER);
        Duration answerWithin = duration(fields, "answerWithin", ANSWER_WITHIN);
        fields.end();
        boolean isX12 = as.isPresent() && as.get().isX12();
        if (isX12 && !they.hasAddress(Syntax.X12)) {
            fields.report(
                    PartnerFault.REFERENCE_DANGLING,
                    "as",
                    "An " + as.get().word() + " needs the partner's X12 address: add 'x12' under 'identity'.");
        } else if (isX12 && test && they.inTests().isEmpty()) {
            fields.report(
                    PartnerFault.REFERENCE_DANGLING,
                    "test",
                    "A test goes to the address that they have in tests, and they answer it by a test: add 'test' under"
                            + " 'identity', '{}' where the addresses are those of production.");
        }
        return as.isPresent() && over.isPresent()
                ? new RecallNotices(as.get(), template, over.get(), test, remindAfter, answerWithin, fields.at())
                : null;
    }

    private static String template(YamlFields fields, Optional<As> as) {
        if (as.isPresent() && as.get() == As.TEMPLATE) {
            return SendReader.TEMPLATES + fields.text("template");
        }
        if (fields.has("template") && as.isPresent()) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "template",
                    "'template' belongs to the format template only: take it out.");
        }
        return "";
    }

    private static Duration duration(YamlFields fields, String key, Duration usual) {
        Duration duration = fields.duration(key, usual);
        if (duration.compareTo(SHORTEST) < 0) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    key,
                    "'" + key + "' must be at least 1m: nobody reads and answers sooner.");
        }
        return duration;
    }
}
