package io.lotwire.document;

import io.lotwire.x12.Envelope;

/**
 * From whom to whom a ship notice goes, and its numbers.
 *
 * @param envelope the interchange: parties, delimiters, time of writing, control number
 * @param groupSender GS02
 * @param groupReceiver GS03
 * @param groupControlNumber GS06
 * @param setControlNumber ST02
 * @param documentNumber the notice's own number (BSN02)
 */
public record ShipNoticeAddress(
        Envelope envelope,
        String groupSender,
        String groupReceiver,
        int groupControlNumber,
        String setControlNumber,
        String documentNumber) {}
