package io.lotwire.x12;

import java.util.List;

/**
 * What a partner says of a functional group that it received (997 or 999), or of an interchange (CONTRL).
 *
 * @param functionalId its GS01 (AK101); {@code ""} in a CONTRL
 * @param controlNumber its GS06 (AK102); the interchange's UNB05 (UCI01) in a CONTRL
 * @param verdict what became of it (AK901; UCI04)
 * @param stated how many transaction sets it stated (AK902), -1 when that is no number
 * @param received how many came (AK903), -1 when that is no number
 * @param accepted how many were accepted (AK904), -1 when that is no number
 * @param codes why (AK905 to AK909, X12 element 716; UCI05, element 0085)
 * @param sets the sets that it tells of; a set that is not here has the group's verdict
 */
public record GroupAcknowledgement(
        String functionalId,
        String controlNumber,
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
