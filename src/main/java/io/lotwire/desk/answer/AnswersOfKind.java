package io.lotwire.desk.answer;

import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.acknowledgement.AcknowledgementStyle;
import io.lotwire.edi.acknowledgement.Acknowledgements;
import io.lotwire.edi.acknowledgement.Contrl;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeAcknowledgement.When;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.write.Written;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an interchange would be answered with in one kind of acknowledgement, agreed on or not: to whom its envelope names as its
 * sender, in its own delimiters where they can be written, with control number 1.
 *
 * @param interchange what is answered
 * @param sender what is agreed with its sender, which says how a kind that is agreed on looks; empty for what is usual
 */
public record AnswersOfKind(InterchangeSummary interchange, Optional<Profile> sender) {

    /**
     * The 997s or 999s, an interchange for each version of them.
     *
     * @param time when they are written
     */
    public List<Written> groups(AcknowledgementKind kind, LocalDateTime time) {
        AcknowledgementStyle usual = AcknowledgementStyle.usual(kind);
        Map<AcknowledgementStyle, Map<String, List<GroupSummary>>> due = new LinkedHashMap<>();
        for (GroupSummary group : Acknowledgements.due(interchange)) {
            AcknowledgementStyle style = sender.flatMap(profile -> profile.acknowledgement(group))
                    .map(Inbound.Acknowledgement::style)
                    .filter(agreed -> agreed.kind() == kind)
                    .orElse(usual);
            due.computeIfAbsent(style, key -> new LinkedHashMap<>())
                    .computeIfAbsent(style.versionFor(group.header()), key -> new ArrayList<>())
                    .add(group);
        }
        List<Written> written = new ArrayList<>();
        due.forEach((style, versions) -> versions.forEach((version, groups) -> {
            GroupHeader first = groups.get(0).header();
            written.add(new AnswerToGroups(interchange.header(), style, version, "", 1, groups)
                    .write(returned(time).with(first)));
        }));
        return written;
    }

    /** The TA1; empty where none can be due. */
    public Optional<Written> ta1(LocalDateTime time) {
        return Acknowledgements.interchange(interchange, When.ALWAYS)
                .map(ta1 -> new AnswerToInterchange(interchange.header(), ta1, "")
                        .write(returned(time).withoutGroup()));
    }

    /** The CONTRL; empty where none can be due. */
    public Optional<Written> report(LocalDateTime time) {
        return Contrl.isDue(interchange, true)
                ? Optional.of(new AnswerBySyntaxReport(interchange, "")
                        .write(returned(time).withoutGroup()))
                : Optional.empty();
    }

    /** Why there is none of the 997s or 999s, TA1s or CONTRLs; asked where there is none. */
    public String whyNone(String kind) {
        boolean x12 = interchange.header().syntax() == Syntax.X12;
        boolean ofX12 = !kind.equals(Contrl.ID);
        if (x12 != ofX12) {
            return x12
                    ? "it is X12, which 997, 999 and TA1 acknowledge: ask for one of those"
                    : "it is EDIFACT, which CONTRL acknowledges: ask for that";
        }
        if (interchange.groups().isEmpty()) {
            return "it has no group that could be acknowledged";
        }
        boolean onlyAcknowledges =
                interchange.groups().stream().allMatch(group -> group.header().acknowledges());
        if (onlyAcknowledges) {
            return "it only acknowledges, and that is never acknowledged";
        }
        return "its envelope is rejected with all that is in it, which a TA1 tells: ask for that";
    }

    private ReturnedEnvelope returned(LocalDateTime time) {
        return new ReturnedEnvelope(interchange.header(), time);
    }
}
