package io.lotwire.cli;

import io.lotwire.compliance.sheet.About;
import io.lotwire.ledger.Ledger;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.recall.Affected;
import io.lotwire.recall.KnownSince;
import io.lotwire.recall.Recall;
import io.lotwire.recall.Recalls;
import io.lotwire.recall.record.OurSignature;
import io.lotwire.recall.record.RecallRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire recall record}: what was known when, who was told, who answered. */
@Command(
        name = "record",
        description = {
            "Writes the record of a recall as one ZIP file: a PDF for people, its tables as CSV, what was known when it was opened, and"
                    + " a manifest with the SHA-256 of each, signed with our AS2 key where there is one.",
            ""
        },
        footer = {"", "Exit code 0: it is written; 1: there is no such recall, or it cannot be written; 2: wrong use."})
final class RecallRecordCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private KeptRecall kept;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Option(names = "--into", paramLabel = "FOLDER", required = true, description = "Where the file is put.")
    private Path folder;

    RecallRecordCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        return kept.ask(installation, "lotwire recall record", (ledger, recall) -> write(ledger, recall, by));
    }

    private int write(Ledger ledger, Recall recall, String by) {
        Profiles profiles = installation.profiles();
        Instant now = installation.clock().instant();
        Path file = folder.resolve((recall.drill() ? "drill-" : "recall-") + recall.id() + ".zip");
        try {
            Optional<Profile> us = profiles.self();
            Optional<OurSignature> signature = us.isEmpty() ? Optional.empty() : OurSignature.of(us.get(), now);
            Affected then = ledger.inTransaction(tx -> new Recalls(tx).affected(recall.id()));
            List<String> since = ledger.inTransaction(tx -> KnownSince.of(tx, profiles, recall, then));
            RecallRecord.Made made = new RecallRecord.Made(
                    now,
                    by,
                    About.thisLotwire(),
                    signature.map(OurSignature::words).orElse(""));
            String sha256 =
                    new RecallRecord(recall, then, since, made).write(file, signature.map(OurSignature::signer));
            ledger.useTransaction(
                    tx -> new Recalls(tx).recorded(recall.id(), by, file.getFileName() + ", SHA-256 " + sha256));
            Lines.of(installation)
                    .println(file + "\nSHA-256 " + sha256 + "; "
                            + signature.map(each -> "signed by " + each.words()).orElse("not signed: we have no key."));
            return ExitCode.GOOD;
        } catch (IOException notWritten) {
            installation.err().println("The record cannot be written: " + notWritten.getMessage());
            return ExitCode.REJECTED;
        }
    }
}
