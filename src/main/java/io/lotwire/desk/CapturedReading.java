package io.lotwire.desk;

import io.lotwire.capture.Capture;
import io.lotwire.capture.CapturedFile;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Profile;
import io.lotwire.partner.table.Tables;
import io.lotwire.problem.Problem;
import io.lotwire.problem.RepeatedProblems;
import io.lotwire.smooks.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One reading of a file of lot events or scans, and of what the sender's tables say of them. */
final class CapturedReading {
    private CapturedReading() {}

    static Outcome read(
            Handling.ByCapture by, FileBytes bytes, ReceivedBytes file, Instant receivedAt, Consumer<LotEvent> events)
            throws IOException {
        Profile sender = by.sender();
        CapturedFile captured = new CapturedFile(
                sender.name(),
                file.name(),
                file.sha256(),
                receivedAt,
                sender.conventions().home(),
                by.agreed().lotRequired());
        RepeatedProblems misses = new RepeatedProblems();
        Capture.Outcome made;
        try (InputStream in = bytes.open()) {
            made = Capture.read(by.kind(), captured, in, event -> {
                Tables.Told told = sender.tables().received(List.of(event), file.name());
                told.problems().forEach(misses::add);
                told.events().forEach(events);
            });
        }
        List<Problem> problems = new ArrayList<>(misses.once());
        problems.addAll(made.problems());
        return new Outcome(made.documentNumber(), made.purpose(), problems);
    }
}
