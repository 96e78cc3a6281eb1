package io.lotwire.gateway;

import io.lotwire.problem.Problem;
import io.lotwire.x12.Acknowledgements;
import io.lotwire.x12.GroupAcknowledgement;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.InterchangeReader;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.TransactionSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What the read step remembers of a file: of each interchange its summary, never its data.
 *
 * @param interchanges the interchanges in order
 * @param problems what is wrong outside any interchange
 */
record ReadFile(List<ReadInterchange> interchanges, List<Problem> problems) {
    ReadFile {
        interchanges = List.copyOf(interchanges);
        problems = List.copyOf(problems);
    }

    /**
     * An interchange of the file.
     *
     * @param summary the interchange after its last segment
     * @param setsBefore how many transaction sets the file has before it
     * @param acknowledgements what its 997s say
     */
    record ReadInterchange(InterchangeSummary summary, int setsBefore, List<GroupAcknowledgement> acknowledgements) {
        ReadInterchange {
            acknowledgements = List.copyOf(acknowledgements);
        }
    }

    /** Reads a file to its end. */
    static ReadFile read(String name, InputStream bytes) throws IOException {
        Collector collector = new Collector();
        new InterchangeReader().read(name, bytes, collector);
        return new ReadFile(collector.interchanges, collector.problems);
    }

    private static final class Collector implements InterchangeHandler {
        private final List<ReadInterchange> interchanges = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<GroupAcknowledgement> acknowledgements = new ArrayList<>();
        private int sets;
        private int setsBefore;

        @Override
        public void interchangeBegins(InterchangeHeader interchange) {
            setsBefore = sets;
            acknowledgements.clear();
        }

        @Override
        public void transactionSet(TransactionSet set) {
            sets++;
            Acknowledgements.read(set).ifPresent(acknowledgements::add);
        }

        @Override
        public void interchangeEnds(InterchangeSummary interchange) {
            interchanges.add(new ReadInterchange(interchange, setsBefore, acknowledgements));
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
