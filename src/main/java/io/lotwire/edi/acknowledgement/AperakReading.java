package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.acknowledgement.ApplicationAdvice.Reason;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads an APERAK (UN/EDIFACT, application error and acknowledgement), one message segment by segment. What became of the
 * document is said by the response type (4343), else by the message function (1225), else by the message's name (1001), else by
 * whether there are errors (ERC): without any it is accepted.
 */
final class AperakReading {
    /** UNH02.1 of the message. */
    static final String MESSAGE = "APERAK";

    /** BGM04, data element 4343. */
    private static final Map<String, Verdict> RESPONSES = Map.of(
            "AC", Verdict.ACCEPTED_WITH_ERRORS,
            "AD", Verdict.ACCEPTED,
            "AP", Verdict.ACCEPTED,
            "CA", Verdict.ACCEPTED_WITH_ERRORS,
            "RE", Verdict.REJECTED);

    /** BGM03, data element 1225. */
    private static final Map<String, Verdict> FUNCTIONS = Map.of(
            "6", Verdict.ACCEPTED,
            "12", Verdict.REJECTED,
            "27", Verdict.REJECTED,
            "28", Verdict.ACCEPTED_WITH_ERRORS,
            "29", Verdict.ACCEPTED,
            "30", Verdict.ACCEPTED_WITH_ERRORS,
            "34", Verdict.ACCEPTED_WITH_ERRORS,
            "44", Verdict.ACCEPTED,
            "45", Verdict.ACCEPTED_WITH_ERRORS);

    /** BGM01.1, data element 1001: acknowledgement, and application error. */
    private static final Map<String, Verdict> NAMES = Map.of("312", Verdict.ACCEPTED, "313", Verdict.REJECTED);

    /** RFF01.1, data element 1153, the surest first: despatch advice, document, previous message. */
    private static final List<String> OF_DOCUMENTS = List.of("AAK", "DM", "ACW");

    /** Components of FTX04 (C108). */
    private static final int TEXTS = 5;

    private final List<Reason> reasons = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private Verdict stated;
    private String reference = "";
    private int rank = OF_DOCUMENTS.size() + 1;
    private boolean inErrors;

    /** What the message says. */
    static ApplicationAdvice read(TransactionSet set) {
        AperakReading reading = new AperakReading();
        set.segments().forEach(reading::take);
        return reading.advice();
    }

    private void take(Segment segment) {
        switch (segment.id()) {
            case "BGM" ->
                stated = RESPONSES.getOrDefault(
                        segment.element(4),
                        FUNCTIONS.getOrDefault(segment.element(3), NAMES.get(segment.component(1, 1))));
            case "DOC" -> refersTo(segment.component(2, 1), -1);
            case "RFF" -> reference(segment.component(1, 1), segment.component(1, 2));
            case "ERC" -> {
                inErrors = true;
                reasons.add(new Reason(segment.component(1, 1), "", "", 0, 0));
            }
            case "FTX" -> text(segment);
            default -> {
                // Dates and parties are in the document itself.
            }
        }
    }

    /** Within an error it is the line or the like that is wrong. */
    private void reference(String qualifier, String value) {
        if (inErrors) {
            goOn("(" + qualifier + " " + value + ")");
            return;
        }
        int known = OF_DOCUMENTS.indexOf(qualifier);
        refersTo(value, known < 0 ? OF_DOCUMENTS.size() : known);
    }

    private void refersTo(String value, int howSure) {
        if (!value.isEmpty() && howSure < rank) {
            reference = value;
            rank = howSure;
        }
    }

    private void text(Segment segment) {
        List<String> words = new ArrayList<>();
        for (int component = 1; component <= TEXTS; component++) {
            words.add(segment.component(4, component));
        }
        String text = String.join(" ", words).strip();
        if (inErrors) {
            goOn(text);
        } else if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    private void goOn(String text) {
        Reason last = reasons.remove(reasons.size() - 1);
        reasons.add(new Reason(last.code(), (last.text() + " " + text).strip(), "", 0, 0));
    }

    private ApplicationAdvice advice() {
        boolean errors = !reasons.isEmpty();
        Verdict verdict = stated == null ? (errors ? Verdict.REJECTED : Verdict.ACCEPTED) : stated;
        texts.forEach(text -> reasons.add(new Reason("", text, "", 0, 0)));
        return new ApplicationAdvice(
                verdict == Verdict.ACCEPTED && errors ? Verdict.ACCEPTED_WITH_ERRORS : verdict,
                reference,
                "",
                "",
                "",
                reasons);
    }
}
