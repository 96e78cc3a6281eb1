package io.lotwire.edi.check;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.SetHeader;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.EnvelopeSegments;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import java.util.Set;

/** Checks the ST or UNH of a set, its control number among those of the sets before it. */
public final class SetHeaderChecks {
    /** Element 0062 has at most 14 characters. */
    private static final int MOST_REFERENCE = 14;

    private final Segment header;
    private final SetHeader named;
    private final Findings findings;

    public SetHeaderChecks(Segment header, SetHeader named, Findings findings) {
        this.header = header;
        this.named = named;
        this.findings = findings;
    }

    /**
     * Checks the header.
     *
     * @param earlier control numbers of the sets before, which takes this one's too
     */
    public void check(Set<String> earlier, GroupHeader group) {
        if (header.syntax() == Syntax.X12) {
            checkSt();
        } else {
            checkUnh();
        }
        EnvelopeSegments envelope = EnvelopeSegments.of(header.syntax());
        if (!earlier.add(named.controlNumber())) {
            findings.set(
                    Fault.SET_CONTROL_NUMBER_DUPLICATE,
                    header,
                    envelope.setControl(),
                    envelope.setControlName() + " '" + named.controlNumber() + "' came before in this "
                            + (group.controlNumber().isEmpty() ? "interchange" : "group") + "; give each "
                            + envelope.set() + " a number of its own.");
        }
    }

    private void checkSt() {
        if (header.isEmpty(1)) {
            findings.set(Fault.SET_ID_MISSING, header, 1, "ST01 is empty; name the transaction set, such as 856.");
        }
        int length = named.controlNumber().length();
        if (length < 4 || length > 9) {
            findings.set(
                    Fault.SET_CONTROL_NUMBER_INVALID,
                    header,
                    2,
                    "ST02 is '" + named.controlNumber() + "'; send a control number of four to nine characters.");
        }
    }

    private void checkUnh() {
        if (named.id().isEmpty()) {
            findings.set(Fault.SET_ID_MISSING, header, 2, "UNH02.1 is empty; name the message type, such as DESADV.");
        }
        int length = named.controlNumber().length();
        if (length < 1 || length > MOST_REFERENCE) {
            findings.set(
                    Fault.SET_CONTROL_NUMBER_INVALID,
                    header,
                    1,
                    "UNH01 is '" + named.controlNumber() + "'; send a message reference of one to 14 characters.");
        }
    }
}
