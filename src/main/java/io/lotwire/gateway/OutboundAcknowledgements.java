package io.lotwire.gateway;

import io.lotwire.ledger.InboxRow;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.x12.AcknowledgementKind;
import io.lotwire.x12.AcknowledgementStyle;
import io.lotwire.x12.Acknowledgements;
import io.lotwire.x12.Contrl;
import io.lotwire.x12.EdifactWriter;
import io.lotwire.x12.Envelope;
import io.lotwire.x12.GroupSummary;
import io.lotwire.x12.InterchangeAcknowledgement;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.Syntax;
import io.lotwire.x12.X12Writer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes what is due in answer to an interchange, 997 or 999 and TA1, or CONTRL, into the outbox, in the transaction that read it. */
final class OutboundAcknowledgements {
    private final OutboundAnswers answers;
    private final Profile partner;
    private final InboxRow inbox;

    OutboundAcknowledgements(OutboundAnswers answers, Profile partner, InboxRow inbox) {
        this.answers = answers;
        this.partner = partner;
        this.inbox = inbox;
    }

    /**
     * An interchange of acknowledgements.
     *
     * @param style how its groups are acknowledged
     * @param version GS08
     * @param wire how it goes
     */
    private record Answer(AcknowledgementStyle style, String version, String wire) {}

    /** Writes them; nothing where nothing is due. */
    void write(InterchangeSummary interchange) throws IOException {
        if (!answers.canAnswer(interchange.header())) {
            return;
        }
        if (interchange.header().syntax() == Syntax.EDIFACT) {
            report(interchange);
            return;
        }
        Map<Answer, List<GroupSummary>> due = new LinkedHashMap<>();
        for (GroupSummary group : Acknowledgements.due(interchange)) {
            Answer answer = answer(group);
            if (isAgreed(group) && sends(answer.wire())) {
                due.computeIfAbsent(answer, key -> new ArrayList<>()).add(group);
            }
        }
        for (Map.Entry<Answer, List<GroupSummary>> answer : due.entrySet()) {
            write(answer.getKey(), answer.getValue(), interchange);
        }
        InterchangeAcknowledgement ta1 =
                Acknowledgements.interchange(interchange, partner.ta1()).orElse(null);
        if (ta1 != null && sends(inbox.wire())) {
            EnvelopeNumbers numbers = answers.numbers(interchange.header());
            X12Writer writer = new X12Writer(numbers.envelope());
            Acknowledgements.writeInterchange(writer, ta1);
            answers.keep(
                    "TA1",
                    inbox.wire(),
                    interchange.header(),
                    "",
                    numbers.interchangeControlNumber(),
                    "",
                    writer.end());
        }
    }

    /** One CONTRL tells of all messages: it is due when one of them is to be acknowledged, or UNB09 asks for it. */
    private void report(InterchangeSummary interchange) throws IOException {
        Optional<Inbound.Acknowledgement> agreed = interchange.groups().stream()
                .flatMap(group -> partner.acknowledgement(group).stream())
                .findFirst();
        String wire = agreed.map(each -> each.over().word()).orElse(inbox.wire());
        if (!Contrl.isDue(interchange, agreed.isPresent()) || !sends(wire)) {
            return;
        }
        Envelope envelope = answers.edifactEnvelope(interchange.header());
        EdifactWriter writer = new EdifactWriter(envelope);
        Contrl.write(writer, interchange, "1");
        answers.keep(
                Contrl.ID,
                wire,
                interchange.header(),
                "",
                Integer.toString(envelope.controlNumber()),
                "",
                writer.end());
    }

    private void write(Answer answer, List<GroupSummary> groups, InterchangeSummary interchange) throws IOException {
        EnvelopeNumbers numbers = answers.numbers(interchange.header());
        X12Writer writer = new X12Writer(numbers.envelope().forVersion(answer.version()));
        writer.group("FA", numbers.sender(), numbers.receiver(), numbers.group(), answer.version());
        for (int i = 0; i < groups.size(); i++) {
            Acknowledgements.writeGroup(
                    writer, groups.get(i), answer.style(), String.format(Locale.ROOT, "%04d", i + 1));
        }
        int first = interchange.groups().indexOf(groups.get(0)) + 1;
        answers.keep(
                answer.style().kind().set(),
                answer.wire(),
                interchange.header(),
                ", group " + first,
                numbers.interchangeControlNumber(),
                Integer.toString(numbers.group()),
                writer.end());
    }

    /** A partner who only sends on a wire hears nothing over it. */
    private boolean sends(String wire) {
        return partner.wires().stream().anyMatch(each -> each.kind().word().equals(wire) && each.sends());
    }

    /** A document that the profile does not list is acknowledged (refused) too: its sender must hear of it. */
    private boolean isAgreed(GroupSummary group) {
        return group.sets().stream().allMatch(set -> partner.receives(set.id())
                .map(inbound -> inbound.acknowledgement() != null)
                .orElse(true));
    }

    private Answer answer(GroupSummary group) {
        Optional<Inbound.Acknowledgement> agreed = partner.acknowledgement(group);
        AcknowledgementStyle style = agreed.map(Inbound.Acknowledgement::style)
                .orElse(AcknowledgementStyle.usual(AcknowledgementKind.FUNCTIONAL));
        String wire =
                agreed.map(acknowledgement -> acknowledgement.over().word()).orElse(inbox.wire());
        return new Answer(style, style.versionFor(group.header()), wire);
    }
}
