package io.lotwire.compliance;

import io.lotwire.lot.LotEvent;

/**
 * What one row of a spreadsheet tells of: a critical tracking event, as documents state it.
 *
 * @param kind which one it is
 * @param used what happened to which goods; of a transformation what went into it, null where this is not told
 * @param produced of a transformation what came out of it, null where this is not told, and for all others
 * @param documentNumber the number of the document that states it
 * @param again whether what was produced is told by another statement, too
 * @param context what profiles and master data add
 */
public record Statement(
        TrackingEvent kind, LotEvent used, LotEvent produced, String documentNumber, boolean again, Context context) {
    /**
     * What is known beside the events.
     *
     * @param terms what profiles say
     * @param masterData what words of events stand for
     */
    public record Context(Terms terms, MasterData masterData) {}

    /** That of a lot event which is no part of a transformation. */
    public static Statement of(TrackingEvent kind, LotEvent event, String documentNumber, Context context) {
        return new Statement(kind, event, null, documentNumber, false, context);
    }

    /** The event whose document states it. */
    public LotEvent event() {
        return used == null ? produced : used;
    }

    /** The event that says where and when: of a transformation what came out of it, for that is when it was complete. */
    LotEvent occasion() {
        return produced == null ? used : produced;
    }
}
