package io.lotwire.parked;

import io.lotwire.ledger.CauseCode;
import java.time.Instant;

/**
 * What a person did about a parked thing.
 *
 * @param did what
 * @param at when
 * @param by who
 * @param note what they said of it; {@code ""} for nothing
 * @param cause why it waited then
 */
public record ParkedStep(Did did, Instant at, String by, String note, CauseCode cause) {
    /** What can be done. */
    public enum Did {
        /** It was to go on. */
        RELEASED,
        /** It needed nothing more. */
        DISMISSED,
        /** Something was said of it. */
        NOTED,
        /** A mended copy goes on in its stead. */
        MENDED
    }
}
