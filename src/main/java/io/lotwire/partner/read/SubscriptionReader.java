package io.lotwire.partner.read;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Word;
import io.lotwire.partner.Completeness;
import io.lotwire.partner.FileNamePattern;
import io.lotwire.partner.Identity;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a profile subscribes to. */
final class SubscriptionReader {
    private static final String THEY = "they";
    private static final String ANSWERED_WITHIN = "answeredWithin";
    private static final String USAGE = "usage";
    private static final Choices<String> USAGES =
            Choices.of("production", Identity.PRODUCTION).or("test", Identity.TEST);
    private static final Choices<EventType> TYPES = Choices.of(EventType.values());
    private static final Choices<Condition> CONDITIONS = Choices.of(Condition.values());
    private static final Choices<Completeness.Rule> RULES = Choices.of(Completeness.Rule.values());
    private static final Choices<Completeness.Missing> MISSING = Choices.of(Completeness.Missing.values());
    private static final Duration SHORTEST_ANSWER = Duration.ofMinutes(1);

    private final Identity they;
    private final List<Wire> wires;
    private final GuideFiles guides;

    /**
     * @param they the partner
     * @param wires the partner's
     * @param guides reads what their guides ask
     */
    SubscriptionReader(Identity they, List<Wire> wires, GuideFiles guides) {
        this.they = they;
        this.wires = wires;
        this.guides = guides;
    }

    List<Subscription> read(YamlFields profile) {
        Set<String> names = new HashSet<>();
        List<Subscription> subscriptions = new ArrayList<>();
        for (YamlFields fields : profile.maps("subscriptions")) {
            String name = fields.text("name");
            if (!names.add(name)) {
                fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        "name",
                        "The subscription '" + name + "' is described twice: give each its own name.");
            }
            Subscription.When when = fields.optionalMap("when").map(this::when).orElse(Subscription.When.ANY);
            Optional<Subscription.Send> send =
                    fields.map("send").flatMap(each -> new SendReader(they, guides).read(each));
            String usage = usage(fields, send);
            Optional<WireKind> over = ProfileReader.over(fields, wires);
            FileNamePattern fileName = fileName(fields, send);
            Duration answeredWithin = answeredWithin(fields, send);
            Completeness complete = fields.optionalMap("complete")
                    .map(SubscriptionReader::complete)
                    .orElse(null);
            fields.end();
            send.ifPresent(each -> subscriptions.add(new Subscription(
                    name, when, each, usage, over.orElse(null), fileName, answeredWithin, complete, fields.at())));
        }
        return subscriptions;
    }

    private String usage(YamlFields fields, Optional<Subscription.Send> send) {
        if (!fields.has(USAGE)) {
            return Identity.PRODUCTION;
        }
        String usage = fields.optionalChoice(USAGE, USAGES).orElse(Identity.PRODUCTION);
        if (send.isPresent() && send.get().format().syntax().isEmpty()) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    USAGE,
                    "Only EDI says that it is a test, not '"
                            + send.get().format().word() + "': take '" + USAGE + "' out.");
        } else if (usage.equals(Identity.TEST) && they.inTests().isEmpty()) {
            fields.report(
                    PartnerFault.REFERENCE_DANGLING,
                    USAGE,
                    "A test goes to the address that they have in tests, and they answer it by a test: add 'test' under"
                            + " 'identity', '{}' where the addresses are those of production.");
        }
        return usage;
    }

    private static Duration answeredWithin(YamlFields fields, Optional<Subscription.Send> send) {
        if (!fields.has(ANSWERED_WITHIN)) {
            return null;
        }
        Duration within = fields.duration(ANSWERED_WITHIN, SHORTEST_ANSWER);
        if (within.compareTo(SHORTEST_ANSWER) < 0) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    ANSWERED_WITHIN,
                    "'" + ANSWERED_WITHIN + "' must be at least 1m: no partner answers sooner.");
        }
        if (send.isPresent() && send.get().format().syntax().isEmpty()) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    ANSWERED_WITHIN,
                    "Only EDI is answered by a 997, 999 or CONTRL, not '"
                            + send.get().format().word() + "': take '" + ANSWERED_WITHIN + "' out.");
        }
        return within;
    }

    private static Completeness complete(YamlFields fields) {
        Completeness.Rule rule = fields.choice("for", RULES).orElse(Completeness.Rule.FSMA_204);
        Completeness.Missing missing = fields.choice("missing", MISSING).orElse(Completeness.Missing.PARK);
        Set<Completeness.Element> all = rule.elements();
        Set<Completeness.Element> elements = new HashSet<>(
                fields.choices("elements", Choices.of(all.stream().sorted().toList(), Word::of)));
        fields.end();
        return new Completeness(rule, missing, elements.isEmpty() ? all : elements);
    }

    private Subscription.When when(YamlFields fields) {
        EventType type = fields.optionalChoice("type", TYPES).orElse(null);
        Set<String> documents = new HashSet<>(fields.texts("documents"));
        fields.optionalText("document").ifPresent(documents::add);
        Identity shipFrom = party(fields, "shipFrom");
        Identity shipTo = party(fields, "shipTo");
        Set<Gtin> items = new HashSet<>();
        for (String text : fields.texts("items")) {
            Optional<Gtin> gtin = Gtin.parse(text);
            gtin.ifPresent(items::add);
            if (gtin.isEmpty()) {
                fields.report(
                        PartnerFault.VALUE_MALFORMED,
                        "items",
                        "'items' has '" + text + "', but must list GTINs of 8, 12, 13 or 14 digits with good check"
                                + " digits.");
            }
        }
        Set<Condition> conditions = new HashSet<>(fields.choices("conditions", CONDITIONS));
        fields.end();
        return new Subscription.When(type, documents, shipFrom, shipTo, items, conditions);
    }

    private Identity party(YamlFields fields, String key) {
        return fields.optionalText(key)
                .flatMap(text -> party(fields, key, text))
                .orElse(null);
    }

    private Optional<Identity> party(YamlFields fields, String key, String text) {
        if (!text.equals(THEY)) {
            Optional<Gln> gln = Gln.parse(text);
            if (gln.isEmpty()) {
                fields.report(
                        PartnerFault.VALUE_MALFORMED,
                        key,
                        "'" + key + "' is '" + text
                                + "', but must be 'they' for this partner, or a GLN with a good check digit.");
            }
            return gln.map(each -> new Identity(each, "", null, null));
        }
        if (they.gln() == null && they.duns().isEmpty()) {
            fields.report(
                    PartnerFault.REFERENCE_DANGLING,
                    key,
                    "'they' is this partner, but it has no GLN and no D-U-N-S number: add one under 'identity'.");
            return Optional.empty();
        }
        return Optional.of(they);
    }

    private static FileNamePattern fileName(YamlFields fields, Optional<Subscription.Send> send) {
        String extension = send.map(each -> each.format().extension()).orElse("");
        FileNamePattern pattern =
                new FileNamePattern(fields.text("fileName", "${document}-${documentNumber}-${delivery}." + extension));
        List<String> unknown = pattern.unknownPlaceholders();
        if (!unknown.isEmpty()) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "fileName",
                    "'fileName' has the placeholder '" + unknown.get(0) + "', but only "
                            + String.join(", ", FileNamePattern.PLACEHOLDERS) + " are known.");
        } else if (!pattern.isSafe()) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "fileName",
                    "'fileName' must be a name and no path: letters, digits, '.', '_', '-' and placeholders.");
        }
        return pattern;
    }
}
