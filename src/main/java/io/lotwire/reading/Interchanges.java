package io.lotwire.reading;

import io.lotwire.document.LotEventWriter;
import io.lotwire.mapping.Explanation;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What commands ask of a file of interchanges. Bad input is told as problems, in the order of the file, and does not
 * stop the good input beside it; a file without an interchange is a problem too.
 */
public interface Interchanges {

    /** Kinds of acknowledgement that a partner would get, agreed on or not. */
    enum Acknowledgement {
        /** X12 997, functional acknowledgement. */
        F997("997"),
        /** X12 999, implementation acknowledgement. */
        F999("999"),
        /** X12 TA1, interchange acknowledgement. */
        TA1("TA1"),
        /** EDIFACT CONTRL, syntax and service report. */
        CONTRL("CONTRL");

        private final String word;

        Acknowledgement(String word) {
            this.word = word;
        }

        /** How the command line names it. */
        public String word() {
            return word;
        }
    }

    /**
     * Makes lot events of the transaction sets that are not rejected.
     *
     * @param sender whose rules hold; empty to find the sender by the interchange's own ids
     * @throws IOException when the file cannot be read, or the events cannot be written
     */
    void translate(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
            throws IOException;

    /**
     * Tells how the events of {@link #translate} are made.
     *
     * @throws IOException when the file cannot be read
     */
    void explain(Input file, Optional<Profile> sender, Explanation explanation, Consumer<Problem> problems)
            throws IOException;

    /**
     * Checks what {@link #translate} checks.
     *
     * @throws IOException when the file cannot be read
     */
    void validate(Input file, Optional<Profile> sender, Consumer<Problem> problems) throws IOException;

    /**
     * What the gateway makes of a file, but for what it remembers of earlier ones: lot events of the transaction sets that are
     * as agreed with the sender, and the answers. Events of a test are told too, though the gateway keeps none.
     *
     * @throws IOException when the file cannot be read, or the events cannot be written
     */
    Heard receive(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
            throws IOException;

    /**
     * What the sender hears of a file: the answers of {@link #receive}.
     *
     * @throws IOException when the file cannot be read
     */
    default Heard answer(Input file, Optional<Profile> sender, Consumer<Problem> problems) throws IOException {
        return receive(file, sender, new Unwritten(), problems);
    }

    /**
     * The acknowledgement that the sender would get: interchanges in X12 or EDIFACT, empty when none is due.
     *
     * @throws IOException when the file cannot be read
     */
    byte[] acknowledge(Input file, Optional<Profile> sender, Acknowledgement kind, Consumer<Problem> problems)
            throws IOException;
}
