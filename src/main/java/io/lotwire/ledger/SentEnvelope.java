package io.lotwire.ledger;

import java.util.Optional;

/**
 * What a partner's answer names an EDI interchange of ours by.
 *
 * @param usage {@code P} production or {@code T} test
 * @param interchangeControlNumber ISA13 in X12, UNB05 in EDIFACT
 * @param groupControlNumber GS06, where it has a group
 */
public record SentEnvelope(String usage, String interchangeControlNumber, Optional<String> groupControlNumber) {}
