package io.lotwire.partner.read;

import io.lotwire.lot.IssueCode;
import io.lotwire.lot.rule.Checks;
import io.lotwire.lot.rule.DeliveryCause;
import io.lotwire.lot.rule.StockCause;
import io.lotwire.partner.AlertRule;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.WireKind;
import io.lotwire.problem.ProblemCode;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code alerts}: who is told of doubts about lots. */
final class AlertsReader {
    private static final String KEY = "alerts";
    private static final String OF = "of";
    private static final String DAYS = "days";
    private static final String NAME = "[a-z0-9][a-z0-9-]*";
    private static final Choices<ProblemCode> CODES = Choices.of(
            Stream.of(
                            Checks.known(),
                            List.of(DeliveryCause.values()),
                            List.of(IssueCode.FEFO_VIOLATION),
                            List.of(StockCause.values()))
                    .<ProblemCode>flatMap(Collection::stream)
                    .toList(),
            ProblemCode::name);
    private static final Choices<AlertRule.As> FORMATS = Choices.of(AlertRule.As.values());
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3650;

    /** A partner's rules are about what they send; what is on hand is the owner's. */
    private final boolean self;

    private final Set<String> names = new HashSet<>();
    private final Set<ProblemCode> taken = new HashSet<>();

    AlertsReader(boolean self) {
        this.self = self;
    }

    List<AlertRule> read(YamlFields profile) {
        return profile.maps(KEY).stream().map(this::rule).toList();
    }

    private AlertRule rule(YamlFields fields) {
        String name = fields.text("name");
        if (!name.isEmpty() && !name.matches(NAME)) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "name",
                    "'name' is '" + name + "', but must be small letters, digits and hyphens, as expired-lots.");
        } else if (!names.add(name)) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE, "name", "Two alerts are named '" + name + "': rename one of them.");
        }
        Set<ProblemCode> codes = codes(fields);
        int days = fields.number(DAYS, USUAL_DAYS, 0, MOST_DAYS);
        if (fields.has(DAYS) && !codes.contains(StockCause.LOT_EXPIRING)) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE, DAYS, "'days' belongs to LOT_EXPIRING only: name that under 'of'.");
        }
        List<AlertRule.Step> steps = steps(fields);
        fields.end();
        return new AlertRule(name, codes, days, steps, fields.at());
    }

    private Set<ProblemCode> codes(YamlFields fields) {
        Set<ProblemCode> codes = new LinkedHashSet<>(fields.choices(OF, CODES));
        if (fields.items(OF).isEmpty()) {
            fields.report(YamlFault.KEY_MISSING, OF, "'of' names none: say of what somebody is told.");
        }
        for (ProblemCode code : codes) {
            if (!taken.add(code)) {
                fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        OF,
                        code.name()
                                + " stands in two alerts: name it in one, and tell further people by further steps.");
            }
            if (!self && isAboutStock(code)) {
                fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        OF,
                        code.name() + " is about all goods on hand: move it to the profile that says 'self: true'.");
            }
        }
        return codes;
    }

    private static boolean isAboutStock(ProblemCode code) {
        return code instanceof StockCause || code == IssueCode.FEFO_VIOLATION;
    }

    private List<AlertRule.Step> steps(YamlFields fields) {
        List<AlertRule.Step> steps = new ArrayList<>();
        Duration before = Duration.ZERO;
        for (YamlFields each : fields.maps("tell")) {
            String partner = each.text("partner");
            Optional<WireKind> over = each.choice("over", WireReader.KINDS);
            AlertRule.As as = each.optionalChoice("as", FORMATS).orElse(AlertRule.As.JSON);
            Duration after = each.duration("after", before);
            if (after.compareTo(before) < 0) {
                each.report(
                        PartnerFault.VALUE_MALFORMED,
                        "after",
                        "'after' counts from the alert on, and is less than that of the step before: put the steps in order.");
            }
            each.end();
            before = after;
            over.ifPresent(wire -> steps.add(new AlertRule.Step(partner, wire, as, after, each.at())));
        }
        if (fields.items("tell").isEmpty()) {
            fields.report(YamlFault.KEY_MISSING, "tell", "'tell' names nobody: say who is told.");
        }
        return steps;
    }
}
