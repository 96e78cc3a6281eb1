package io.lotwire.edi.grammar;

/**
 * A transaction set, in one version.
 *
 * @param id its identifier, such as {@code 856} or {@code DESADV}
 * @param functionalId the functional group it belongs to, such as {@code SH}; in EDIFACT its own identifier
 * @param root its loop, opened by ST or UNH; SE or UNT is not in it
 * @param counted the segment that its total counts: the CTT01 of a ship notice states how many HL there are, the CNT of
 *     an EDIFACT message how many LIN; {@code ""} where it has no total
 */
public record SetRule(String id, String functionalId, LoopRule root, String counted) {}
