package io.lotwire.partner;

/**
 * A company's address in EDIFACT envelopes.
 *
 * @param qualifier partner identification code qualifier (0007), such as {@code 14} for a GLN; {@code ""} for none
 * @param id interchange sender or recipient (0004, 0010), at most 35 characters
 */
public record EdifactAddress(String qualifier, String id) {}
