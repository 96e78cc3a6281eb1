package io.lotwire.cli;

import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import io.lotwire.reading.Heard;
import io.lotwire.reading.Input;
import io.lotwire.reading.Interchanges;
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
record AcknowledgementWanted(String word, Interchanges.Acknowledgement kind) {
    /** What the sender's profile says: of all kinds none, one or several, and 824s. */
    static final String AGREED = "agreed";

    /** Prints the acknowledgement of a file. */
    void print(
            Interchanges interchanges,
            Input file,
            Optional<Profile> sender,
            OutputStream out,
            Consumer<Problem> problems)
            throws IOException {
        if (kind == null) {
            Heard heard = interchanges.answer(file, sender, problems);
            out.write(heard.acknowledgementBytes());
            out.write(heard.adviceBytes());
        } else {
            out.write(interchanges.acknowledge(file, sender, kind, problems));
        }
    }
}
