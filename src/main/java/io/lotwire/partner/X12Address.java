package io.lotwire.partner;

/**
 * A company's address in X12 envelopes.
 *
 * @param qualifier interchange id qualifier (X12 element I05), such as {@code ZZ}, {@code 01}, {@code 08}
 * @param id interchange id (ISA06, ISA08) without its trailing spaces
 * @param application application code (GS02, GS03)
 */
public record X12Address(String qualifier, String id, String application) {}
