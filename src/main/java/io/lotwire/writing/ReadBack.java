package io.lotwire.writing;

import io.lotwire.edi.envelope.FaultPolicy;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.FaultClass;
import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.write.Written;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads what was written as a partner would: nothing leaves that our own grammar faults, or the partner's guide. */
final class ReadBack {
    /** What we write has no fault of form; numbers and codes are those of the events, which others may have got wrong. */
    private static final FaultPolicy STRICT =
            new FaultPolicy(EnumSet.complementOf(EnumSet.of(FaultClass.KEY, FaultClass.CODE)), Set.of());

    /** A code may be allowed in one place of a set, and not in another. */
    private static final Set<ProblemCode> CODES = Set.of(Fault.CODE_NOT_USED, Fault.CODE_INVALID);

    private final byte[] bytes;
    private final X12Parser parser;

    ReadBack(byte[] bytes, X12Parser parser) {
        this.bytes = bytes;
        this.parser = parser;
    }

    /** The interchange, or what is wrong with it. */
    Written confirmed(Written.Interchange interchange) {
        List<Problem> problems = new ArrayList<>();
        try {
            parser.read("", new ByteArrayInputStream(bytes), new InterchangeHandler() {
                @Override
                public void transactionSet(TransactionSet set) {
                    problems.addAll(STRICT.judge(set.summary()).problems());
                }

                @Override
                public void problem(Problem problem) {
                    problems.add(problem);
                }
            });
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        List<Problem> errors = problems.stream()
                .filter(problem -> problem.isError() || CODES.contains(problem.code()))
                .map(ReadBack::asWritten)
                .toList();
        return errors.isEmpty() ? interchange : new Written.Refused(errors);
    }

    private static Problem asWritten(Problem problem) {
        Place place = problem.place();
        return Problem.error(
                WritingFault.DOCUMENT_INVALID,
                place,
                "The document would be wrong at " + place + ": " + problem.message());
    }
}
