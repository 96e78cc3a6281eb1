package io.lotwire.desk.offline;

import io.lotwire.desk.answer.AnswersOfKind;
import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.write.Written;
import java.time.LocalDateTime;
import java.util.List;

/** Kinds of acknowledgement that a partner would get, agreed on or not. */
public enum AcknowledgementWord {
    /** X12 997, functional acknowledgement. */
    F997("997") {
        @Override
        List<Written> of(AnswersOfKind answers, LocalDateTime time) {
            return answers.groups(AcknowledgementKind.FUNCTIONAL, time);
        }
    },
    /** X12 999, implementation acknowledgement. */
    F999("999") {
        @Override
        List<Written> of(AnswersOfKind answers, LocalDateTime time) {
            return answers.groups(AcknowledgementKind.IMPLEMENTATION, time);
        }
    },
    /** X12 TA1, interchange acknowledgement. */
    TA1("TA1") {
        @Override
        List<Written> of(AnswersOfKind answers, LocalDateTime time) {
            return answers.ta1(time).stream().toList();
        }
    },
    /** EDIFACT CONTRL, syntax and service report. */
    CONTRL("CONTRL") {
        @Override
        List<Written> of(AnswersOfKind answers, LocalDateTime time) {
            return answers.report(time).stream().toList();
        }
    };

    private final String word;

    AcknowledgementWord(String word) {
        this.word = word;
    }

    /** How the command line names it. */
    public String word() {
        return word;
    }

    /** The acknowledgements of this kind. */
    abstract List<Written> of(AnswersOfKind answers, LocalDateTime time);
}
