package io.lotwire.desk;

import io.lotwire.edi.acknowledgement.ApplicationAdvice;
import io.lotwire.edi.acknowledgement.TextMessage;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.partner.Identity;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks an interchange against what was agreed with its sender: who may write to whom, and which documents. */
final class AgreementCheck {
    /** Application advice, and text for people. */
    private static final Set<String> MESSAGES =
            Set.of(ApplicationAdvice.SET, ApplicationAdvice.MESSAGE, TextMessage.SET);

    private final Profile sender;
    private final Profile us;
    private final String file;

    /**
     * @param sender the partner whose wire it came over
     * @param us the owner of the gateway
     * @param file the file's name, for the places of problems
     */
    AgreementCheck(Profile sender, Profile us, String file) {
        this.sender = sender;
        this.us = us;
        this.file = file;
    }

    /** The interchange with what is wrong by the agreement added to its problems. */
    InterchangeSummary check(InterchangeSummary interchange) {
        InterchangeHeader header = interchange.header();
        InterchangeSummary checked = interchange.judged(set -> check(sender.judge(set)));
        boolean x12 = header.syntax() == Syntax.X12;
        Identity theirs = sender.identity().usedIn(header.usage());
        if (header.usage().equals(Identity.TEST) && sender.identity().inTests().isEmpty()) {
            checked = checked.with(
                    file,
                    Fault.TEST_NOT_AGREED,
                    x12 ? 15 : 11,
                    (x12 ? "ISA15 is T" : "UNB11 is 1") + ", but only production was agreed on with " + sender.name()
                            + ": send " + (x12 ? "P" : "no test indicator")
                            + ", or agree on tests ('identity.test' in their profile).");
        }
        if (!theirs.isAddress(header.syntax(), header.senderQualifier(), header.sender())) {
            checked = checked.with(
                    file,
                    Fault.INTERCHANGE_SENDER_UNKNOWN,
                    x12 ? 6 : 2,
                    (x12 ? "ISA05 and ISA06 are " : "UNB02 is ") + header.senderQualifier() + " " + header.sender()
                            + ", which is not the address in the profile of " + sender.name()
                            + ": send under the agreed address, or agree on this one.");
        }
        if (!us.identity()
                .usedIn(header.usage())
                .isAddress(header.syntax(), header.receiverQualifier(), header.receiver())) {
            checked = checked.with(
                    file,
                    Fault.INTERCHANGE_RECEIVER_UNKNOWN,
                    x12 ? 8 : 3,
                    (x12 ? "ISA07 and ISA08 are " : "UNB03 is ") + header.receiverQualifier() + " " + header.receiver()
                            + ", which is not our address: send it to whom it is for, or correct the address.");
        }
        return checked;
    }

    /** True for an 824, 864 or APERAK that the profile says nothing of: what we sent may be answered by them, agreed on or not. */
    static boolean isMessage(Profile sender, SetSummary set) {
        return MESSAGES.contains(set.id()) && sender.receives(set.id()).isEmpty();
    }

    private SetSummary check(SetSummary set) {
        boolean known = sender.receives(set.id()).isPresent()
                || isMessage(sender, set)
                || set.findings().stream().anyMatch(finding -> finding.fault() == Fault.SET_NOT_SUPPORTED);
        if (known) {
            return set;
        }
        Problem problem = Problem.error(
                Fault.SET_NOT_SUPPORTED,
                set.place(),
                "The agreement with " + sender.name() + " has no document " + set.id()
                        + ": do not send it, or agree on it.");
        List<Finding> findings = new ArrayList<>(set.findings());
        findings.add(new Finding(Fault.SET_NOT_SUPPORTED, problem, 0, "", "", ""));
        return set.with(findings);
    }
}
