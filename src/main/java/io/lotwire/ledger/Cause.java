package io.lotwire.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Why something waits, or is not taken.
 *
 * @param code what kind of cause it is
 * @param sentence the same for people: what was found, and how to mend it
 */
public record Cause(CauseCode code, String sentence) {
    static Cause read(ResultSet row, String sentence) throws SQLException {
        return new Cause(CauseCode.stored(row.getString("cause")), row.getString(sentence));
    }
}
