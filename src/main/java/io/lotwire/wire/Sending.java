package io.lotwire.wire;

import io.lotwire.ledger.Confirmation;
import io.lotwire.ledger.Lease;
import io.lotwire.ledger.NoticeToWrite;
import io.lotwire.ledger.Outbox;
import io.lotwire.ledger.Taken;
import io.lotwire.ledger.ToWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deliveries of one way that were taken together, and what has come of each so far. For one thread at a time. */
public final class Sending {
    /** When so many fail one after the other, it is the way to the partner that fails: the rest is not tried. */
    private static final int FAILURES_IN_A_ROW = 3;

    /** An attempt may last so long; none is begun when the lease ends before that. */
    static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(10);

    private final Outbox.Way way;
    private final Lease lease;
    private final List<Taken> taken;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final Map<Long, Confirmation> confirmed = new LinkedHashMap<>();
    private final Map<Long, String> failed = new LinkedHashMap<>();
    private final Set<Long> open = new HashSet<>();
    private int failuresInARow;
    private String lastFailure = "";
    private boolean inOrder;
    private boolean heldUp;
    private Instant writtenDown = Instant.MIN;
    private Optional<Instant> restUntil = Optional.empty();

    Sending(Outbox.Way way, Lease lease, List<Taken> taken) {
        this.way = way;
        this.lease = lease;
        this.taken = List.copyOf(taken);
        taken.forEach(each -> open.add(each.id()));
    }

    /** The way that they go. */
    public Outbox.Way way() {
        return way;
    }

    /** By which they are ours. */
    public Lease lease() {
        return lease;
    }

    /** How many were taken. */
    int size() {
        return taken.size();
    }

    /** What was taken, in the order in which it is sent. */
    public List<Taken> taken() {
        return taken;
    }

    /** Those of them whose documents are still to be written. */
    public List<ToWrite> toWrite() {
        return taken.stream()
                .filter(ToWrite.class::isInstance)
                .map(ToWrite.class::cast)
                .toList();
    }

    /** The notices of recalls among them that are still to be written. */
    public List<NoticeToWrite> noticesToWrite() {
        return taken.stream()
                .filter(NoticeToWrite.class::isInstance)
                .map(NoticeToWrite.class::cast)
                .toList();
    }

    /** One is ready to be sent. */
    public void ready(Outgoing delivery) {
        outgoing.add(delivery);
    }

    /** Those that are ready to be sent. */
    public List<Outgoing> outgoing() {
        return List.copyOf(outgoing);
    }

    /** From now on each waits for the one before it: what is not confirmed holds up the others. */
    void keepOrder() {
        inOrder = true;
    }

    /** Whether each waits for the one before it. */
    public boolean isInOrder() {
        return inOrder;
    }

    /** Whether a delivery may be tried: it is ours for long enough, has no outcome yet, and the way to the partner works. */
    public boolean mayTry(long id, Instant now) {
        return open.contains(id)
                && restUntil.isEmpty()
                && failuresInARow < FAILURES_IN_A_ROW
                && !(inOrder && heldUp)
                && now.isBefore(lease.until().minus(LONGEST_ATTEMPT));
    }

    /** The wire confirmed one. */
    public void confirm(long id, Confirmation confirmation) {
        if (open.remove(id)) {
            confirmed.put(id, confirmation);
            failuresInARow = 0;
        }
    }

    /** An attempt failed. */
    public void fail(long id, String error) {
        if (open.remove(id)) {
            failed.put(id, error);
            failuresInARow++;
            heldUp = true;
            lastFailure = error;
        }
    }

    /** What came of one is written down already: it is parked, or waits for its receipt. */
    public void settled(long id) {
        open.remove(id);
        heldUp = true;
    }

    /** The partner asked not to be tried before a moment: no other of these is. */
    public void rest(Instant until) {
        restUntil = Optional.of(until);
    }

    /** Until when the partner asked not to be tried; empty when they did not. */
    Optional<Instant> restUntil() {
        return restUntil;
    }

    /** All attempts that have no outcome failed for one reason. */
    void failAll(String error) {
        new ArrayList<>(open).forEach(id -> fail(id, error));
    }

    /** When the way to the partner does not work, what was not tried failed for the reason of the others. */
    void end() {
        if (failuresInARow >= FAILURES_IN_A_ROW) {
            failAll(lastFailure);
        }
    }

    /** Whether something came of deliveries since long before, which is not written down. */
    boolean isToBeWrittenDown(Instant now, Duration every) {
        if (writtenDown.equals(Instant.MIN)) {
            writtenDown = now;
        }
        return !now.isBefore(writtenDown.plus(every)) && !(confirmed.isEmpty() && failed.isEmpty());
    }

    /** What came of deliveries so far is written down. */
    void writtenDown(Instant now) {
        writtenDown = now;
        confirmed.clear();
        failed.clear();
    }

    /** What was confirmed and not written down yet. */
    Map<Long, Confirmation> confirmed() {
        return confirmed;
    }

    /** What failed and was not written down yet. */
    Map<Long, String> failed() {
        return failed;
    }

    /** What was not tried. */
    Set<Long> untried() {
        return open;
    }
}
