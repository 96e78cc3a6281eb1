package io.lotwire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What each attack and each bad receipt is met with, as the documentation has it: a file for each. */
final class AttackTable {
    private final Path file;
    private final String head;
    private final TreeSet<String> rows = new TreeSet<>();

    private AttackTable(String file, String head) {
        this.file = Path.of("src/docs/tables", file);
        this.head = head;
    }

    /** The table of {@code AttackTest}. */
    static AttackTable ofMessages() {
        return new AttackTable("as2-attacks.md", """
                # What must not pass over AS2

                Written by `AttackTest`; do not edit. The reason is for our log; a sender hears the answer and no more. An
                MDN with `authentication-failed` does not tell whether decryption or signature failed. That a message which
                comes twice has one effect is held by `RepeatIT`; what a bad receipt comes to is in
                [as2-receipts.md](as2-receipts.md).

                | Attack | Reason | Answer |
                | --- | --- | --- |
                """);
    }

    /** The table of {@code SenderTest}. */
    static AttackTable ofReceipts() {
        return new AttackTable("as2-receipts.md", """
                # Which receipts do not count

                Written by `SenderTest`; do not edit. A delivery counts only with an MDN that holds in everything; with
                another answer it is not confirmed, for the reason named here, and the partner's queue shows why.

                | Answer of the partner | Reason | Sent again by itself |
                | --- | --- | --- |
                """);
    }

    /** An attack, by the name of its test, that was refused. */
    void add(String test, Refusal refusal, HttpAnswer answer) {
        boolean byMdn = answer.headers().getOrDefault("Content-Type", "").startsWith("multipart/");
        String said = byMdn ? "signed MDN, `processed/error: " + refusal.modifier() + "`" : "HTTP " + answer.status();
        add(test, refusal, said);
    }

    /** A receipt, by the name of its test, that did not count. */
    void add(String test, NotConfirmedReason reason) {
        add(test, reason, reason.worthRetrying() ? "yes" : "no");
    }

    /** Compares what was found in this run, or writes it with {@code -Dgolden.write=true}. */
    void check() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, head + String.join("\n", rows) + "\n");
        }
        List<String> known = Files.readAllLines(file);
        assertThat(known).as("write it with -Dgolden.write=true").containsAll(rows);
    }

    private void add(String test, Enum<?> reason, String said) {
        String words = test.replaceAll("([A-Z]|\\d{3})", " $1")
                .toLowerCase(Locale.ROOT)
                .replace(" mdn", " MDN");
        rows.add("| " + words + " | " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | " + said + " |");
    }
}
