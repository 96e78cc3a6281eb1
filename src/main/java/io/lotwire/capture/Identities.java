package io.lotwire.capture;

import io.lotwire.digest.Sha256;
import io.lotwire.lot.EventIdentity;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/** Gives the events of one file their ids, and knows those that their sender gave. */
final class Identities {
    /** Hexadecimal digits of 64 bits. */
    private static final int DIGITS = 16;

    private final String partner;
    private final String document;
    private final String number;
    private final Map<Purpose, EventIdentity> byDocument = new EnumMap<>(Purpose.class);
    private final Map<Purpose, EventIdentity> bySendersId = new EnumMap<>(Purpose.class);
    private final SendersIds sendersIds = new SendersIds();

    /**
     * @param partner who sent the file
     * @param document what the profile calls it
     * @param number the document's number, or what stands for it
     */
    Identities(String partner, String document, String number) {
        this.partner = partner;
        this.document = document;
        this.number = number;
    }

    /** The event with its id. Events are to be given in the order of the file. */
    LotEvent identify(LotEventFields.Stated stated) {
        Purpose purpose = stated.event().purpose();
        // With an id of its sender's an event is the same in whichever document it stands.
        return stated.id().isEmpty()
                ? byDocument
                        .computeIfAbsent(purpose, each -> new EventIdentity(partner, document, number, each))
                        .identify(stated.event())
                : bySendersId
                        .computeIfAbsent(purpose, each -> new EventIdentity(partner, document, "", each))
                        .identify(stated.event(), stated.id());
    }

    /**
     * What an event with an id of its sender's is beside those before it in the file.
     *
     * @param ours its id by {@link #identify}
     */
    SendersIds.Use note(String sendersId, String ours) {
        byte[] hash = Sha256.digest().digest(sendersId.getBytes(StandardCharsets.UTF_8));
        return sendersIds.note(
                ByteBuffer.wrap(hash).getLong(), HexFormat.fromHexDigitsToLong(ours.substring(0, DIGITS)));
    }
}
