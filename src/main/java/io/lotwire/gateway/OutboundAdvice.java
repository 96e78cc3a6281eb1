package io.lotwire.gateway;

import io.lotwire.mapping.MappingFault;
import io.lotwire.partner.WireKind;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.x12.AdviceWriter;
import io.lotwire.x12.ApplicationAdvice;
import io.lotwire.x12.ApplicationAdvice.Reason;
import io.lotwire.x12.Syntax;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.Verdict;
import io.lotwire.x12.X12Writer;
import java.io.IOException;
import java.util.List;

/** Tells a partner by an 824 what is wrong with a document that was right as X12, but not as business. */
final class OutboundAdvice {
    /** GS08 of the 824s that we write. */
    private static final String VERSION = "004010";

    private OutboundAdvice() {}

    /** Puts the advice about a parked set into the outbox; nothing where its problems are not the partner's to mend. */
    static void write(OutboundAnswers answers, SetInHand work, WireKind over) throws IOException {
        TransactionSet set = work.set();
        List<Reason> reasons = work.translation().problems().stream()
                .filter(problem -> problem.isError() && isTheirs(problem))
                .map(problem -> reason(problem, set))
                .toList();
        if (reasons.isEmpty()) {
            return;
        }
        if (set.syntax() != Syntax.X12 || !answers.canAnswer(set.interchange())) {
            return;
        }
        EnvelopeNumbers numbers = answers.numbers(set.interchange());
        X12Writer writer = new X12Writer(numbers.envelope().forVersion(VERSION));
        writer.group("AG", numbers.sender(), numbers.receiver(), numbers.group(), VERSION);
        String document = work.translation().documentNumber();
        AdviceWriter.write(
                writer,
                new ApplicationAdvice(
                        Verdict.REJECTED,
                        document.isEmpty() || document.length() > 30 ? set.controlNumber() : document,
                        set.group().controlNumber(),
                        set.controlNumber(),
                        set.id(),
                        reasons),
                set.group(),
                Long.toString(work.row().id()),
                numbers.envelope().time());
        answers.keep(
                ApplicationAdvice.SET,
                over.word(),
                set.interchange(),
                ", set " + work.row().ordinal(),
                numbers.interchangeControlNumber(),
                Integer.toString(numbers.group()),
                writer.end());
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
