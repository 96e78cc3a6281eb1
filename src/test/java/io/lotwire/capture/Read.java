package io.lotwire.capture;

import io.lotwire.digest.Sha256;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a file came to. */
record Read(Capture.Outcome outcome, List<LotEvent> events) {
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    static Read lotEvents(String text) {
        return of(CaptureKind.LOT_EVENTS, text, null, false);
    }

    static Read scans(String text) {
        return of(CaptureKind.SCANS, text, null, false);
    }

    static Read of(CaptureKind kind, String text, ZoneId home, boolean lotRequired) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(kind, new ByteArrayInputStream(bytes), Sha256.hex(bytes), home, lotRequired);
    }

    static Read of(CaptureKind kind, InputStream bytes, String sha256, ZoneId home, boolean lotRequired) {
        List<LotEvent> events = new ArrayList<>();
        try {
            CapturedFile file = new CapturedFile("ridgeline", "in.json", sha256, NOON, home, lotRequired);
            return new Read(Capture.read(kind, file, bytes, events::add), events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Problem> problems() {
        return outcome.problems();
    }

    /** The problems, each in a line. */
    List<String> lines() {
        return problems().stream().map(Problem::toString).toList();
    }

    /** The only event. */
    LotEvent event() {
        if (events.size() != 1) {
            throw new AssertionError(events.size() + " events, " + lines());
        }
        return events.get(0);
    }

    List<String> ids() {
        return events.stream().map(LotEvent::eventId).toList();
    }
}
