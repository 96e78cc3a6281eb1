package io.lotwire.x12.grammar;

/**
 * A transaction set, in one version.
 *
 * @param id its identifier, such as {@code 856} or {@code DESADV}
 * @param functionalId the functional group it belongs to, such as {@code SH}; in EDIFACT its own identifier
 * @param root its loop, opened by ST or UNH; SE or UNT is not in it
 */
public record SetRule(String id, String functionalId, LoopRule root) {}
