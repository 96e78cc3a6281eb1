package io.lotwire.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Predicate;

/** Tells failures that are no fault of what was to be stored. SQLSTATE is of ISO 9075, its classes of PostgreSQL, appendix A. */
public final class DatabaseTrouble {
    /**
     * Connection exception, invalid transaction state, insufficient resources, object not in prerequisite state, operator
     * intervention, system error.
     */
    private static final Set<String> OURS = Set.of("08", "25", "53", "55", "57", "58");

    /** Transaction rollback: a deadlock, or a serialization failure. */
    private static final String ROLLBACK = "40";

    private DatabaseTrouble() {}

    /** The database or the way to it is in trouble: the same may work later. */
    public static boolean isCauseOf(Throwable failure) {
        return anyCause(
                failure,
                sql -> sql instanceof SQLTransientException
                        || sql.getSQLState() == null
                        || OURS.contains(classOf(sql.getSQLState())));
    }

    /** It came from the database at all. */
    public static boolean isOfDatabase(Throwable failure) {
        return anyCause(failure, sql -> true);
    }

    /** Another transaction got in its way: the same will work when it is tried again. */
    public static boolean isCollision(Throwable failure) {
        return anyCause(
                failure,
                sql -> sql.getSQLState() != null && classOf(sql.getSQLState()).equals(ROLLBACK));
    }

    private static String classOf(String sqlState) {
        return sqlState.length() < 2 ? "" : sqlState.substring(0, 2);
    }

    private static boolean anyCause(Throwable failure, Predicate<SQLException> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && wanted.test(sql)) {
                return true;
            }
        }
        return false;
    }
}
