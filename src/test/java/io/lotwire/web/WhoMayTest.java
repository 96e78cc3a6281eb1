package io.lotwire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WhoMayTest {
    private static final Path TABLE = Path.of("src/docs/tables/who-may.md");

    @Test
    void everyPageIsInTheTableOfWhoMaySeeIt() throws IOException {
        String table = Route.all().stream().map(WhoMayTest::row).collect(Collectors.joining("", """
                        # Who may ask for what

                        Every address of the console, and the least that an account must be allowed: a role may what those before it may
                        (partner, viewer, operator, integrator, administrator); `payloads` is the right to see bytes of documents, which an account has
                        beside its role; `chooses-password` is who must choose a password first. `WhoMayTest` writes this page with
                        `-Dgolden.write=true`, and fails when it is out of date.

                        | Address | Asked by | Who |
                        | --- | --- | --- |
                        """, ""));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).as("write it with -Dgolden.write=true").isEqualTo(Files.readString(TABLE));
    }

    private static String row(Route route) {
        String who = route.roles().isEmpty() ? "everybody" : String.join(", ", new TreeSet<>(route.roles()));
        return "| `" + route.path() + "` | " + route.verb() + " | " + who + " |\n";
    }
}
