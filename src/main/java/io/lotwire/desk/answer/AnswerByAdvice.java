package io.lotwire.desk.answer;

import io.lotwire.edi.acknowledgement.AdviceWriter;
import io.lotwire.edi.acknowledgement.ApplicationAdvice;
import io.lotwire.edi.acknowledgement.ApplicationAdvice.Reason;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import io.lotwire.mapping.MappingFault;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * An 824: what is wrong with a document that was right as X12, but not as business, or doubtful about it.
 *
 * @param group the group that the document came in
 * @param advice what is wrong
 * @param position of the document in the file, from 1
 * @param number the 824's own number (BGN02)
 */
record AnswerByAdvice(
        InterchangeHeader to, GroupHeader group, ApplicationAdvice advice, int position, String number, String wire)
        implements Answer {
    /** GS08 of the 824s that we write. */
    private static final String VERSION = "004010";

    /** OTI03 (element 127) holds 30 characters. */
    private static final int REFERENCE_LENGTH = 30;

    /** The advice about a set that is parked; empty where its problems are not the sender's to mend. */
    static Optional<Answer> about(
            TransactionSet set, int position, String document, List<Problem> problems, String number, String wire) {
        List<Reason> reasons = problems.stream()
                .filter(problem -> problem.isError() && isTheirs(problem))
                .map(problem -> reason(problem, set))
                .toList();
        return about(set, position, document, Verdict.REJECTED, reasons, number, wire);
    }

    /** The advice about a set that was taken; empty where nothing is doubtful about it. */
    static Optional<Answer> about(
            TransactionSet set, int position, String document, Doubts doubts, String number, String wire) {
        return about(set, position, document, Verdict.ACCEPTED_WITH_ERRORS, doubts.reasons(), number, wire);
    }

    private static Optional<Answer> about(
            TransactionSet set,
            int position,
            String document,
            Verdict verdict,
            List<Reason> reasons,
            String number,
            String wire) {
        if (reasons.isEmpty() || set.syntax() != Syntax.X12) {
            return Optional.empty();
        }
        ApplicationAdvice advice = new ApplicationAdvice(
                verdict,
                document.isEmpty() || document.length() > REFERENCE_LENGTH ? set.controlNumber() : document,
                set.group().controlNumber(),
                set.controlNumber(),
                set.id(),
                reasons);
        return Optional.of(new AnswerByAdvice(set.interchange(), set.group(), advice, position, number, wire));
    }

    @Override
    public String format() {
        return ApplicationAdvice.SET;
    }

    @Override
    public String part() {
        return ", set " + position;
    }

    @Override
    public boolean hasGroup() {
        return true;
    }

    @Override
    public Written write(AnswerEnvelope envelope) {
        X12Writer writer = new X12Writer(envelope.interchange().forVersion(VERSION));
        writer.group("AG", envelope.sender(), envelope.receiver(), envelope.group(), VERSION);
        AdviceWriter.write(writer, advice, group, number, envelope.interchange().time());
        return writer.end();
    }

    /** A mapping that is missing or fails is ours to mend. */
    private static boolean isTheirs(Problem problem) {
        return problem.code() == MappingFault.LOT_REQUIRED
                || problem.code() == MappingFault.GOODS_OUT_OF_PLACE
                || problem.code() == MappingFault.DOCUMENT_NUMBER_MISSING
                || problem.code() == MappingFault.NOTHING_STATED;
    }

    private static Reason reason(Problem problem, TransactionSet set) {
        Place place = problem.place();
        boolean inSet =
                place.segment() >= set.header().number() && !place.segmentId().isEmpty();
        return new Reason(
                Reason.DATA_MISSING,
                problem.message(),
                inSet ? place.segmentId() : "",
                inSet ? place.segment() - set.header().number() + 1 : 0,
                inSet ? place.element() : 0);
    }
}
