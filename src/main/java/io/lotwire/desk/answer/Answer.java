package io.lotwire.desk.answer;

import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.write.Written;
import io.lotwire.partner.Identity;

/** An interchange that answers another one, but for its envelope. */
public sealed interface Answer permits AnswerToGroups, AnswerToInterchange, AnswerBySyntaxReport, AnswerByAdvice {
    /** What it is: {@code 997}, {@code 999}, {@code TA1}, {@code 824} or {@code CONTRL}. */
    String format();

    /** The word of the wire that it goes over; {@code ""} for the one that the interchange came over, where that is not known. */
    String wire();

    /** The interchange that it answers. */
    InterchangeHeader to();

    /** The part of that interchange that it is about, such as {@code ", group 1"}; {@code ""} for all of it. */
    default String part() {
        return "";
    }

    /** True when it has a functional group, whose control number (GS06) its envelope must bear. */
    default boolean hasGroup() {
        return false;
    }

    /** Writes it. */
    Written write(AnswerEnvelope envelope);

    /** ISA15 of it: {@code T} in answer to a test, else {@code P}; UNB11 is 1 for {@code T}. */
    default String usage() {
        return to().usage().equals(Identity.TEST) ? Identity.TEST : Identity.PRODUCTION;
    }
}
