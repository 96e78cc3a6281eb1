package io.lotwire.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A gateway that works on the ledger. Its number is a new one each time it joins, and an advisory lock of a database
 * session of its own says that it lives: PostgreSQL gives the lock free when the process is gone, however it ended, and
 * what it held is then free at once.
 */
public final class Holder implements AutoCloseable {
    /** The first half of the lock's key, the second is the holder's number: "lotw" in ASCII. */
    private static final int LOCK = 0x6c6f7477;

    private static final int ANSWER_SECONDS = 5;

    private final DataSource database;
    private final Clock clock;
    private final AtomicLong leases = new AtomicLong();
    private Connection session;
    private volatile long number;

    private Holder(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Joins those who work on the ledger.
     *
     * @param database from which it takes one session for good
     * @throws SQLException when the database does not answer
     */
    public static Holder join(DataSource database, Clock clock) throws SQLException {
        Holder holder = new Holder(database, clock);
        holder.join();
        return holder;
    }

    /** A new lease for as long; its holder is the number under which this gateway is known now. */
    public Lease lease(Duration length) {
        return new Lease(number, leases.incrementAndGet(), clock.instant().plus(length));
    }

    /**
     * Joins anew when the session was lost, so that nobody could tell that this gateway lives.
     *
     * @throws SQLException when the database does not answer
     */
    public synchronized void stay() throws SQLException {
        if (!session.isValid(ANSWER_SECONDS)) {
            session.close();
            join();
        }
    }

    /**
     * Frees what gateways held that are gone.
     *
     * @return how many of them there were
     * @throws SQLException when the database does not answer
     */
    public synchronized int freeWhatTheDeadHeld() throws SQLException {
        int dead = 0;
        for (long other : others()) {
            if (asked("select pg_try_advisory_lock(?, ?)", other)) {
                free(other);
                asked("select pg_advisory_unlock(?, ?)", other);
                dead++;
            }
        }
        return dead;
    }

    private List<Long> others() throws SQLException {
        try (PreparedStatement question =
                session.prepareStatement("select id from holder where ended_at is null and id <> ?")) {
            question.setLong(1, number);
            try (ResultSet found = question.executeQuery()) {
                List<Long> others = new ArrayList<>();
                while (found.next()) {
                    others.add(found.getLong(1));
                }
                return others;
            }
        }
    }

    private void free(long dead) throws SQLException {
        update("update inbox set leased_until = ? where holder = ? and state in ('RECEIVED', 'READ')", dead);
        update(
                "update delivery set next_attempt_at = ?"
                        + " where holder = ? and lease is not null and state in ('NEW', 'WRITTEN')",
                dead);
        update("update holder set ended_at = ? where id = ?", dead);
    }

    private void join() throws SQLException {
        session = database.getConnection();
        try (PreparedStatement insert =
                        session.prepareStatement("insert into holder (joined_at) values (now()) returning id");
                ResultSet row = insert.executeQuery()) {
            row.next();
            number = row.getLong(1);
        }
        asked("select pg_advisory_lock(?, ?) is not null", number);
    }

    /** Asks for something about the lock of a holder. */
    private boolean asked(String question, long holder) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setInt(1, LOCK);
            statement.setInt(2, Math.toIntExact(holder));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Sets something of a holder's to this moment. */
    private void update(String sql, long holder) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setLong(2, holder);
            statement.executeUpdate();
        }
    }

    /** Leaves; what it still held is free for the others. */
    @Override
    public synchronized void close() throws SQLException {
        try {
            free(number);
            asked("select pg_advisory_unlock(?, ?)", number);
        } finally {
            session.close();
        }
    }
}
