package io.lotwire.ledger;

/**
 * What tells an interchange from others of the same partner; values as sent, without padding.
 *
 * @param partner profile name
 * @param senderQualifier ISA05
 * @param sender ISA06
 * @param receiverQualifier ISA07
 * @param receiver ISA08
 * @param controlNumber ISA13
 * @param usage ISA15: {@code P} production, {@code T} test
 */
public record InterchangeKey(
        String partner,
        String senderQualifier,
        String sender,
        String receiverQualifier,
        String receiver,
        String controlNumber,
        String usage) {}
