package io.lotwire.partner;

import io.lotwire.edi.envelope.FaultPolicy;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeAcknowledgement.When;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.lot.rule.Checks;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.partner.table.Tables;
import io.lotwire.yaml.FileLine;
import java.util.List;
import java.util.Optional;

/**
 * A partner, or ourselves: who they are, over which wires they are reached, what they send us and what we send them.
 *
 * @param name short name, that of the profile's file
 * @param title name for people
 * @param self true for the owner of the gateway
 * @param identity the numbers that they go by
 * @param wires the wires, at most one of each kind
 * @param ta1 when we acknowledge their interchanges with a TA1
 * @param repeats what happens when a control number of theirs comes again
 * @param order whether one thing waits for the other
 * @param receives what they send us
 * @param subscriptions what we send them
 * @param tables their code lists and cross-references
 * @param conventions how their documents are read
 * @param checks what follows from doubts about lots in what they send and get
 * @param lots what the owner of the gateway asks of lots; of others nothing
 * @param recall how they are told of recalls; null when nothing is agreed
 * @param alerts who is told of doubts about lots in what they send and get; the owner's, about those in all that is sent and on hand
 * @param foodTraceability what it says about the food traceability rule
 * @param retention for how long bytes are kept; null when it does not say it: then as the owner's says
 * @param version which edition of the profile it is
 * @param at where the profile starts
 */
public record Profile(
        String name,
        String title,
        boolean self,
        Identity identity,
        List<Wire> wires,
        When ta1,
        Repeats repeats,
        Order order,
        List<Inbound> receives,
        List<Subscription> subscriptions,
        Tables tables,
        Conventions conventions,
        Checks checks,
        LotRules lots,
        RecallNotices recall,
        List<AlertRule> alerts,
        FoodTraceability foodTraceability,
        Retention retention,
        ProfileVersion version,
        FileLine at) {
    public Profile {
        wires = List.copyOf(wires);
        receives = List.copyOf(receives);
        subscriptions = List.copyOf(subscriptions);
        alerts = List.copyOf(alerts);
    }

    /** Somebody of whom nothing is known but the documents that they send. */
    public static Profile ofSender(String name, List<Inbound> receives) {
        return new Profile(
                name,
                name,
                false,
                new Identity(null, "", null, null),
                List.of(),
                When.NEVER,
                Repeats.USUAL,
                Order.FREE,
                receives,
                List.of(),
                Tables.NONE,
                Conventions.STANDARD,
                Checks.USUAL,
                LotRules.NONE,
                null,
                List.of(),
                FoodTraceability.USUAL,
                null,
                ProfileVersion.of(List.of(), List.of()),
                new FileLine(name, 0));
    }

    /** The wire of a kind. */
    public Optional<Wire> wire(WireKind kind) {
        return wires.stream().filter(wire -> wire.kind().equals(kind)).findFirst();
    }

    /** The wire of a class, such as that of AS2. */
    public <W extends Wire> Optional<W> wire(Class<W> type) {
        return wires.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** What is agreed about a document that they send us, such as {@code 856}. */
    public Optional<Inbound> receives(String document) {
        return receives.stream()
                .filter(inbound -> inbound.document().equals(document))
                .findFirst();
    }

    /**
     * What is agreed about a file of theirs that is no interchange, but a document as a whole.
     *
     * @param file its name, or a path to it
     */
    public Optional<Inbound> receivesFile(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return receives.stream()
                .filter(inbound -> inbound.isNamedAfterItsKind(name))
                .findFirst()
                .or(() -> receives.stream()
                        .filter(inbound -> inbound.isFile(name))
                        .findFirst());
    }

    /** A transaction set of theirs with its faults as severe as was agreed. */
    public SetSummary judge(SetSummary set) {
        return receives(set.id()).map(Inbound::faults).orElse(FaultPolicy.USUAL).judge(set);
    }

    /**
     * How we acknowledge a group of theirs: as its first transaction set that is agreed on; empty when none of its sets
     * is.
     */
    public Optional<Inbound.Acknowledgement> acknowledgement(GroupSummary group) {
        return group.sets().stream()
                .flatMap(set -> receives(set.id()).stream())
                .filter(inbound -> inbound.acknowledgement() != null)
                .map(Inbound::acknowledgement)
                .findFirst();
    }

    /** The subscription of a name. */
    public Optional<Subscription> subscription(String name) {
        return subscriptions.stream()
                .filter(subscription -> subscription.name().equals(name))
                .findFirst();
    }
}
