package io.lotwire.partner.read;

import io.lotwire.edi.envelope.InterchangeAcknowledgement.When;
import io.lotwire.lot.Gln;
import io.lotwire.lot.rule.Checks;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.partner.AlertRule;
import io.lotwire.partner.Conventions;
import io.lotwire.partner.EdifactAddress;
import io.lotwire.partner.FoodTraceability;
import io.lotwire.partner.Identity;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Order;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.partner.ProfileVersion;
import io.lotwire.partner.RecallNotices;
import io.lotwire.partner.Repeats;
import io.lotwire.partner.Retention;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.partner.X12Address;
import io.lotwire.partner.table.Tables;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes a profile of what its file, and those that it extends, say. What it returns is to be used only when it reported no error. */
final class ProfileReader {
    private static final Duration SHORTEST_LOOK_BACK = Duration.ofDays(1);
    private static final String LOTS = "lots";
    private static final String OFFSET = "[+-](0[0-9]|1[0-7]):[0-5][0-9]";
    private static final Choices<Order> ORDER = Choices.of(Order.values());
    private static final Choices<FoodTraceability.Role> ROLES = Choices.of(FoodTraceability.Role.values());
    private static final Choices<Repeats.Same> SAME = Choices.of(Repeats.Same.values());

    private final ProfileFiles folder;
    private final Consumer<Problem> problems;

    /** @param folder where the profile is */
    ProfileReader(ProfileFiles folder, Consumer<Problem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * Makes it.
     *
     * @param fileName the name of its file, without extension
     * @param parts the files that say it
     */
    Optional<Profile> read(YamlNode root, String fileName, List<ProfileVersion.Part> parts) {
        return YamlFields.of(root, problems).map(fields -> profile(fields, fileName, parts));
    }

    private Profile profile(YamlFields fields, String fileName, List<ProfileVersion.Part> files) {
        List<ProfileVersion.Part> parts = new ArrayList<>(files);
        fields.optionalText(ProfileFiles.EXTENDS);
        String name = fields.text("name");
        if (!name.isEmpty() && !name.equals(fileName)) {
            fields.report(
                    PartnerFault.FILE_NAME_WRONG,
                    "name",
                    "'name' is '" + name + "', but the file is '" + fileName + ".yaml': give both the same name.");
        }
        String title = fields.text("title");
        boolean self = fields.flag("self", false);
        Identity identity = fields.map("identity").map(this::identity).orElse(new Identity(null, "", null, null));
        List<Wire> wires = fields.optionalMap("wires")
                .map(each -> WireReader.read(each, name, self))
                .orElse(List.of());
        When ta1 = fields.optionalChoice("ta1", InboundReader.TA1).orElse(When.WHEN_ASKED);
        Repeats repeats =
                fields.optionalMap("repeats").map(ProfileReader::repeats).orElse(Repeats.USUAL);
        Order order = fields.optionalChoice("order", ORDER).orElse(Order.FREE);
        GuideFiles guides = new GuideFiles(folder, parts, problems);
        List<Inbound> receives = new InboundReader(wires, guides).read(fields);
        ZoneId home = fields.optionalText("timeZone")
                .map(text -> timeZone(fields, text))
                .orElse(null);
        List<Subscription> subscriptions = new SubscriptionReader(identity, wires, guides).read(fields);
        Tables tables = fields.optionalMap("tables")
                .map(new TablesReader(folder, fileName, parts, problems)::read)
                .orElse(Tables.NONE);
        Checks checks = fields.optionalMap("checks").map(ChecksReader::read).orElse(Checks.USUAL);
        LotRules lots = fields.optionalMap(LOTS).map(LotRulesReader::read).orElse(LotRules.NONE);
        if (!self && fields.has(LOTS)) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    LOTS,
                    "'lots' is what the gateway's owner asks of all lots: move it to the profile that says 'self: true'.");
        }
        RecallNotices recall = fields.optionalMap("recall")
                .map(new RecallNoticesReader(identity, wires)::read)
                .orElse(null);
        List<AlertRule> alerts = new AlertsReader(self).read(fields);
        FoodTraceability food = fields.optionalMap("compliance")
                .map(each -> foodTraceability(each, self))
                .orElse(FoodTraceability.USUAL);
        Retention retention = RetentionReader.read(fields, problems);
        if (self) {
            refuseForSelf(fields, "checks");
            refuseForSelf(fields, "recall");
            refuseForSelf(fields, "tables");
            refuseForSelf(fields, "ta1");
            refuseForSelf(fields, "repeats");
            refuseForSelf(fields, "order");
            refuseForSelf(fields, "timeZone");
            refuseForSelf(fields, "receives");
            refuseForSelf(fields, "subscriptions");
        }
        fields.end();
        List<Path> wireFiles =
                wires.stream().flatMap(wire -> wire.files().stream()).toList();
        Conventions conventions = Conventions.of(receives.stream()
                        .map(Inbound::guide)
                        .filter(Objects::nonNull)
                        .toList())
                .at(home);
        ProfileVersion version = ProfileVersion.of(parts, wireFiles);
        return new Profile(
                name,
                title,
                self,
                identity,
                wires,
                ta1,
                repeats,
                order,
                receives,
                subscriptions,
                tables,
                conventions,
                checks,
                lots,
                recall,
                alerts,
                food,
                retention,
                version,
                fields.at());
    }

    private static void refuseForSelf(YamlFields fields, String key) {
        if (fields.has(key)) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    key,
                    "'" + key
                            + "' has no place in the profile of the gateway's owner: move it to a partner's profile.");
        }
    }

    private static FoodTraceability foodTraceability(YamlFields fields, boolean self) {
        FoodTraceability.Role role = fields.optionalChoice("role", ROLES).orElse(null);
        boolean lotCodeIsTlc = fields.flag("lotCodeIsTlc", FoodTraceability.USUAL.lotCodeIsTlc());
        LocalDate enforcedFrom = fields.optionalText("enforcedFrom")
                .map(text -> day(fields, text))
                .orElse(FoodTraceability.NO_ENFORCEMENT_BEFORE);
        for (String key : List.of("lotCodeIsTlc", "enforcedFrom")) {
            if (!self && fields.has(key)) {
                fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        key,
                        "'" + key + "' has no place in a partner's profile: move it to that of the gateway's owner.");
            }
        }
        fields.end();
        return new FoodTraceability(role, lotCodeIsTlc, enforcedFrom);
    }

    /** A day; null, and reported, when it is none. */
    private static LocalDate day(YamlFields fields, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "enforcedFrom",
                    "'enforcedFrom' is '" + text + "', but must be a day such as \"2028-07-20\".");
            return null;
        }
    }

    private static Repeats repeats(YamlFields fields) {
        Repeats repeats = new Repeats(
                fields.duration("lookBack", Repeats.USUAL.lookBack()),
                fields.optionalChoice("same", SAME).orElse(Repeats.USUAL.same()));
        if (repeats.lookBack().compareTo(SHORTEST_LOOK_BACK) < 0) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "lookBack",
                    "'lookBack' must be at least 1d: a repeat may come a day later.");
        }
        fields.end();
        return repeats;
    }

    /** A zone of the IANA database, or an offset; null, and reported, when it is none. */
    private static ZoneId timeZone(YamlFields fields, String text) {
        if (!text.matches(OFFSET) && !ZoneId.getAvailableZoneIds().contains(text)) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "timeZone",
                    "'timeZone' is '" + text
                            + "', but must be a zone of the IANA database, such as America/Chicago, or an"
                            + " offset such as \"-06:00\".");
            return null;
        }
        return ZoneId.of(text);
    }

    private Identity identity(YamlFields fields) {
        Gln gln = fields.optionalText("gln")
                .flatMap(text -> gln(fields, "gln", text))
                .orElse(null);
        String duns = fields.text("duns", "");
        if (!duns.isEmpty() && !duns.matches("[0-9]{9}")) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "duns",
                    "'duns' is '" + duns + "', but must be nine digits, no hyphens.");
        }
        X12Address x12 = fields.optionalMap("x12").map(this::x12Address).orElse(null);
        EdifactAddress edifact =
                fields.optionalMap("edifact").map(ProfileReader::edifactAddress).orElse(null);
        Identity.TestAddresses test =
                fields.optionalMap("test").map(this::testAddresses).orElse(null);
        fields.end();
        return new Identity(gln, duns, x12, edifact, test);
    }

    private Identity.TestAddresses testAddresses(YamlFields fields) {
        X12Address x12 = fields.optionalMap("x12").map(this::x12Address).orElse(null);
        EdifactAddress edifact =
                fields.optionalMap("edifact").map(ProfileReader::edifactAddress).orElse(null);
        fields.end();
        return new Identity.TestAddresses(x12, edifact);
    }

    private static EdifactAddress edifactAddress(YamlFields fields) {
        String qualifier = fields.text("qualifier", "");
        String id = fields.text("id");
        if (!qualifier.matches("[0-9A-Z]{0,4}")) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "qualifier",
                    "'qualifier' is '" + qualifier
                            + "', but must be at most four digits or capital letters, as \"14\" for a GLN.");
        }
        if (!id.matches("[ -~]{0,35}") || !id.strip().equals(id)) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "id",
                    "'id' is '" + id + "', but must be at most 35 ASCII characters, without spaces around them.");
        }
        fields.end();
        return new EdifactAddress(qualifier, id);
    }

    private X12Address x12Address(YamlFields fields) {
        String qualifier = fields.text("qualifier");
        String id = fields.text("id");
        String application = fields.text("application", id);
        if (!qualifier.isEmpty() && !qualifier.matches("[0-9A-Z]{2}")) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "qualifier",
                    "'qualifier' is '" + qualifier
                            + "', but must be two digits or capital letters, as \"ZZ\" or \"01\".");
        }
        // ISA06 and ISA08 are AN 15/15, padded with spaces; GS02 and GS03 are AN 2/15.
        checkX12Text(fields, "id", id, 1);
        if (fields.has("application")) {
            checkX12Text(fields, "application", application, 2);
        }
        fields.end();
        return new X12Address(qualifier, id, application);
    }

    private static void checkX12Text(YamlFields fields, String key, String text, int least) {
        boolean good = text.matches("[!-~]([ -~]*[!-~])?") && text.length() >= least && text.length() <= 15;
        if (!good && !text.isEmpty()) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    key,
                    "'" + key + "' is '" + text + "', but must be " + least
                            + " to 15 ASCII characters without spaces at the ends.");
        }
    }

    /** The wire that something goes over, which must be one of the profile. */
    static Optional<WireKind> over(YamlFields fields, List<Wire> wires) {
        Optional<WireKind> over = fields.choice("over", WireReader.KINDS);
        over.ifPresent(kind -> {
            Optional<Wire> wire =
                    wires.stream().filter(each -> each.kind().equals(kind)).findFirst();
            if (wire.isEmpty()) {
                fields.report(
                        PartnerFault.REFERENCE_DANGLING,
                        "over",
                        "The profile has no wire '" + kind.word() + "': describe it under 'wires', or name another.");
            } else if (!wire.get().sends()) {
                fields.report(
                        PartnerFault.REFERENCE_DANGLING,
                        "over",
                        "Nothing can be sent over '" + kind.word() + "': give that wire a '" + kind.sendingKey()
                                + "'.");
            }
        });
        return over;
    }

    private static Optional<Gln> gln(YamlFields fields, String key, String text) {
        Optional<Gln> gln = Gln.parse(text);
        if (gln.isEmpty()) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    key,
                    "'" + key + "' is '" + text + "', but a GLN has 13 digits and a check digit: look it up again.");
        }
        return gln;
    }
}
