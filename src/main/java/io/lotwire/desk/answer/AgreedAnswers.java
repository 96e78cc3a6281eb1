package io.lotwire.desk.answer;

import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.acknowledgement.AcknowledgementStyle;
import io.lotwire.edi.acknowledgement.Acknowledgements;
import io.lotwire.edi.acknowledgement.Contrl;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a partner's interchange is answered with, by the agreement with them.
 *
 * @param us the gateway's owner
 * @param partner who sent it
 * @param cameOver the word of the wire that it came over; {@code ""} where that is not known, for one that can answer
 */
public record AgreedAnswers(Profile us, Profile partner, String cameOver) {

    /** False when the partner or we have no address in the interchange's syntax: then nothing can be answered. */
    public boolean arePossible(InterchangeHeader to) {
        return us.identity().usedIn(to.usage()).hasAddress(to.syntax())
                && partner.identity().usedIn(to.usage()).hasAddress(to.syntax());
    }

    /**
     * The acknowledgements of an interchange: 997s or 999s and then the TA1, or a CONTRL.
     *
     * @param checked the interchange after the {@link AgreementCheck}
     */
    public List<Answer> to(InterchangeSummary checked) {
        InterchangeHeader header = checked.header();
        if (!arePossible(header)) {
            return List.of();
        }
        if (header.syntax() == Syntax.EDIFACT) {
            return report(checked).stream().toList();
        }
        List<Answer> answers = new ArrayList<>();
        due(checked).forEach((how, groups) -> {
            int first = checked.groups().indexOf(groups.get(0)) + 1;
            answers.add(new AnswerToGroups(header, how.style(), how.version(), how.wire(), first, groups));
        });
        Acknowledgements.interchange(checked, partner.ta1())
                .filter(ta1 -> sends(cameOver))
                .ifPresent(ta1 -> answers.add(new AnswerToInterchange(header, ta1, cameOver)));
        return answers;
    }

    /** What is to be told of a transaction set's doubts; empty where nothing is agreed about them. */
    public Optional<Doubts> doubtsOf(TransactionSet set) {
        return partner.receives(set.id())
                .map(Inbound::advice)
                .filter(Inbound.Advice::doubts)
                .map(agreed -> new Doubts(set));
    }

    /**
     * The 824 about a transaction set that was taken with doubts; empty when there are none.
     *
     * @param position of the set in the file, from 1
     * @param document its own number, such as BSN02
     * @param number the 824's own number (BGN02)
     */
    public Optional<Answer> about(TransactionSet set, int position, String document, Doubts doubts, String number) {
        return partner.receives(set.id())
                .map(Inbound::advice)
                .filter(agreed -> arePossible(set.interchange()))
                .flatMap(agreed -> AnswerByAdvice.about(
                        set, position, document, doubts, number, agreed.over().word()));
    }

    /**
     * The 824 about a transaction set that is parked, where it was agreed on.
     *
     * @param position of the set in the file, from 1
     * @param document its own number, such as BSN02, {@code ""} when it has none
     * @param problems why it is parked
     * @param number the 824's own number (BGN02)
     */
    public Optional<Answer> about(
            TransactionSet set, int position, String document, List<Problem> problems, String number) {
        return partner.receives(set.id())
                .map(Inbound::advice)
                .filter(agreed -> arePossible(set.interchange()))
                .flatMap(agreed -> AnswerByAdvice.about(
                        set, position, document, problems, number, agreed.over().word()));
    }

    /** How groups are acknowledged that can be acknowledged together. */
    private record How(AcknowledgementStyle style, String version, String wire) {}

    private Map<How, List<GroupSummary>> due(InterchangeSummary interchange) {
        Map<How, List<GroupSummary>> due = new LinkedHashMap<>();
        for (GroupSummary group : Acknowledgements.due(interchange)) {
            How how = how(group);
            if (isAgreed(group) && sends(how.wire())) {
                due.computeIfAbsent(how, key -> new ArrayList<>()).add(group);
            }
        }
        return due;
    }

    private How how(GroupSummary group) {
        Optional<Inbound.Acknowledgement> agreed = partner.acknowledgement(group);
        AcknowledgementStyle style = agreed.map(Inbound.Acknowledgement::style)
                .orElse(AcknowledgementStyle.usual(AcknowledgementKind.FUNCTIONAL));
        String wire =
                agreed.map(acknowledgement -> acknowledgement.over().word()).orElse(cameOver);
        return new How(style, style.versionFor(group.header()), wire);
    }

    /** One CONTRL tells of all messages: it is due when one of them is to be acknowledged, or UNB09 asks for it. */
    private Optional<Answer> report(InterchangeSummary interchange) {
        Optional<Inbound.Acknowledgement> agreed = interchange.groups().stream()
                .flatMap(group -> partner.acknowledgement(group).stream())
                .findFirst();
        String wire = agreed.map(each -> each.over().word()).orElse(cameOver);
        return Contrl.isDue(interchange, agreed.isPresent()) && sends(wire)
                ? Optional.of(new AnswerBySyntaxReport(interchange, wire))
                : Optional.empty();
    }

    /** A partner who only sends on a wire hears nothing over it. */
    private boolean sends(String wire) {
        return wire.isEmpty()
                || partner.wires().stream().anyMatch(each -> each.kind().word().equals(wire) && each.sends());
    }

    /** A document that the profile does not list is acknowledged (refused) too: its sender must hear of it. */
    private boolean isAgreed(GroupSummary group) {
        return group.sets().stream().allMatch(set -> partner.receives(set.id())
                .map(inbound -> inbound.acknowledgement() != null)
                .orElse(true));
    }
}
