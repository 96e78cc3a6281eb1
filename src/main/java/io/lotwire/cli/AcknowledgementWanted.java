package io.lotwire.cli;

import io.lotwire.desk.offline.AcknowledgementWord;
import io.lotwire.desk.offline.Heard;
import io.lotwire.desk.offline.Input;
import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An acknowledgement to print.
 *
 * @param word how the command line names it: {@link #AGREED}, or the word of the kind
 * @param kind its kind, null for what is agreed
 */
record AcknowledgementWanted(String word, AcknowledgementWord kind) {
    /** What the sender's profile says: of all kinds none, one or several, and 824s. */
    static final String AGREED = "agreed";

    /** Prints the acknowledgement of a file. */
    void print(OfflineDesk desk, Input file, Optional<Profile> sender, OutputStream out, Consumer<Problem> problems)
            throws IOException {
        if (kind == null) {
            Heard heard = desk.answer(file, sender, problems);
            out.write(heard.acknowledgementBytes());
            out.write(heard.adviceBytes());
        } else {
            out.write(desk.acknowledge(file, sender, kind, problems));
        }
    }
}
