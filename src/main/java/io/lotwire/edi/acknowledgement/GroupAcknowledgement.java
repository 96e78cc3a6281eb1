package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.fault.Verdict;
import java.util.List;

/**
 * What is said of a functional group that was received, or, in a CONTRL, of an interchange: by us of a partner's, or by a
 * partner of ours.
 *
 * @param kind the transaction set that says it
 * @param functionalId the group's GS01 (AK101); {@code ""} in a CONTRL
 * @param controlNumber its GS06 (AK102); the interchange's UNB05 (UCI01) in a CONTRL
 * @param version its GS08 (AK103), {@code ""} when not stated
 * @param verdict what became of it (AK901; UCI04)
 * @param stated how many transaction sets it stated (AK902), -1 when that is no number
 * @param received how many came (AK903), -1 when that is no number
 * @param accepted how many were accepted (AK904), -1 when that is no number
 * @param codes why (AK905 to AK909, X12 element 716; UCI05, element 0085)
 * @param sets the sets that it tells of; a set that is not here has the group's verdict, and is accepted where the group
 *     is partly accepted
 */
public record GroupAcknowledgement(
        AcknowledgementKind kind,
        String functionalId,
        String controlNumber,
        String version,
        Verdict verdict,
        int stated,
        int received,
        int accepted,
        List<String> codes,
        List<SetAcknowledgement> sets) {
    public GroupAcknowledgement {
        codes = List.copyOf(codes);
        sets = List.copyOf(sets);
    }
}
