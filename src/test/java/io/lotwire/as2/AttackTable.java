package io.lotwire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What each attack is answered with, as the documentation has it. {@code -Dgolden.write=true} writes it. */
final class AttackTable {
    private static final Path FILE = Path.of("src/docs/as2-attacks.md");
    private static final String HEAD = """
            # What must not pass over AS2

            Written by `AttackTest`; do not edit. The reason is for our log; a sender hears the answer and no more. An
            MDN with `authentication-failed` does not tell whether decryption or signature failed.

            | Attack | Reason | Answer |
            | --- | --- | --- |
            """;

    private final TreeSet<String> rows = new TreeSet<>();

    /** An attack, by the name of its test, that was refused. */
    void add(String test, Refusal refusal, HttpAnswer answer) {
        String words = test.replaceAll("([A-Z]|\\d{3})", " $1")
                .toLowerCase(Locale.ROOT)
                .replace(" mdn", " MDN");
        boolean byMdn = answer.headers().getOrDefault("Content-Type", "").startsWith("multipart/");
        String said = byMdn
                ? "signed MDN, `" + refusal.disposition().replaceFirst(".*; ", "") + "`"
                : "HTTP " + answer.status();
        rows.add(
                "| " + words + " | " + refusal.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | " + said + " |");
    }

    /** Compares what was answered in this run, or writes it. */
    void check() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, HEAD + String.join("\n", rows) + "\n");
        }
        List<String> known = Files.readAllLines(FILE);
        assertThat(known).as("write it with -Dgolden.write=true").containsAll(rows);
    }
}
