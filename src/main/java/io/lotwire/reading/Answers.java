package io.lotwire.reading;

import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.reading.Interchanges.Acknowledgement;
import io.lotwire.x12.AcknowledgementKind;
import io.lotwire.x12.AcknowledgementStyle;
import io.lotwire.x12.Acknowledgements;
import io.lotwire.x12.Contrl;
import io.lotwire.x12.EdifactWriter;
import io.lotwire.x12.Envelope;
import io.lotwire.x12.GroupHeader;
import io.lotwire.x12.GroupSummary;
import io.lotwire.x12.InterchangeAcknowledgement.When;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.Syntax;
import io.lotwire.x12.Written;
import io.lotwire.x12.X12Writer;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/** Writes the acknowledgements of an interchange, each with control number 1. */
final class Answers {
    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    /**
     * The acknowledgement of a kind.
     *
     * @param sender what is agreed with its sender; empty for what is usual
     * @return interchanges; empty when none is due
     */
    byte[] to(InterchangeSummary interchange, Optional<Profile> sender, Acknowledgement kind) {
        boolean edifact = interchange.header().syntax() == Syntax.EDIFACT;
        return switch (kind) {
            case F997 -> edifact ? new byte[0] : groups(interchange, sender, AcknowledgementKind.FUNCTIONAL);
            case F999 -> edifact ? new byte[0] : groups(interchange, sender, AcknowledgementKind.IMPLEMENTATION);
            case TA1 -> edifact ? new byte[0] : ta1(interchange, When.ALWAYS);
            case CONTRL -> edifact ? contrl(interchange, true) : new byte[0];
            case AGREED -> agreed(interchange, sender);
        };
    }

    /** All that the sender hears by what is agreed. */
    private byte[] agreed(InterchangeSummary interchange, Optional<Profile> sender) {
        if (interchange.header().syntax() == Syntax.EDIFACT) {
            return contrl(interchange, interchange.groups().stream().anyMatch(group -> sender.flatMap(
                            profile -> profile.acknowledgement(group))
                    .isPresent()));
        }
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        for (AcknowledgementKind kind : AcknowledgementKind.OF_GROUPS) {
            answers.writeBytes(write(interchange, sender, kind, true));
        }
        answers.writeBytes(ta1(interchange, sender.map(Profile::ta1).orElse(When.WHEN_ASKED)));
        return answers.toByteArray();
    }

    private byte[] groups(InterchangeSummary interchange, Optional<Profile> sender, AcknowledgementKind kind) {
        return write(interchange, sender, kind, false);
    }

    /**
     * The groups of an interchange in one kind of acknowledgement.
     *
     * @param agreedOnly true to leave out those that are acknowledged in another kind or not at all
     */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // The answer goes from the receiver to the sender.
    private byte[] write(
            InterchangeSummary interchange, Optional<Profile> sender, AcknowledgementKind kind, boolean agreedOnly) {
        X12Writer writer = null;
        int groups = 0;
        int sets = 0;
        for (GroupSummary group : Acknowledgements.due(interchange)) {
            AcknowledgementStyle style = style(group, sender, kind);
            if (agreedOnly && (style.kind() != kind || !isAcknowledged(group, sender))) {
                continue;
            }
            GroupHeader header = group.header();
            AcknowledgementStyle used = style.kind() == kind ? style : AcknowledgementStyle.usual(kind);
            String version = used.versionFor(header);
            if (writer == null) {
                writer = new X12Writer(answering(interchange.header()).forVersion(version));
            }
            if (!writer.version().equals(version)) {
                groups++;
                sets = 0;
                writer.group("FA", header.receiver(), header.sender(), groups, version);
            }
            sets++;
            Acknowledgements.writeGroup(writer, group, used, String.format(Locale.ROOT, "%04d", sets));
        }
        return writer == null ? new byte[0] : bytes(writer.end());
    }

    private static AcknowledgementStyle style(
            GroupSummary group, Optional<Profile> sender, AcknowledgementKind otherwise) {
        return sender.flatMap(profile -> profile.acknowledgement(group))
                .map(Inbound.Acknowledgement::style)
                .orElse(AcknowledgementStyle.usual(sender.isPresent() ? AcknowledgementKind.FUNCTIONAL : otherwise));
    }

    /** A document that the profile does not list is acknowledged (refused) too: its sender must hear of it. */
    private static boolean isAcknowledged(GroupSummary group, Optional<Profile> sender) {
        return sender.isPresent()
                && group.sets().stream().allMatch(set -> sender.get()
                        .receives(set.id())
                        .map(inbound -> inbound.acknowledgement() != null)
                        .orElse(true));
    }

    private byte[] ta1(InterchangeSummary interchange, When when) {
        X12Writer writer = new X12Writer(answering(interchange.header()));
        return Acknowledgements.interchange(interchange, when)
                .map(ta1 -> {
                    Acknowledgements.writeInterchange(writer, ta1);
                    return bytes(writer.end());
                })
                .orElseGet(() -> new byte[0]);
    }

    private byte[] contrl(InterchangeSummary interchange, boolean wanted) {
        if (!Contrl.isDue(interchange, wanted)) {
            return new byte[0];
        }
        EdifactWriter writer = new EdifactWriter(answering(interchange.header()));
        Contrl.write(writer, interchange, "1");
        return bytes(writer.end());
    }

    /** An interchange whose own addresses cannot be written cannot be answered. */
    private static byte[] bytes(Written written) {
        return written instanceof Written.Interchange interchange ? interchange.bytes() : new byte[0];
    }

    /** From its receiver to its sender, with the delimiters that it uses itself. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // The answer goes from the receiver to the sender.
    private Envelope answering(InterchangeHeader header) {
        return new Envelope(
                header.delimiters(),
                header.version(),
                header.receiverQualifier(),
                header.receiver(),
                header.senderQualifier(),
                header.sender(),
                LocalDateTime.now(clock),
                1,
                false,
                header.usage(),
                true);
    }
}
