package io.lotwire.question;

import io.lotwire.lot.Sscc;
import java.time.LocalDate;

/** From what is traced. */
public sealed interface TraceStart {
    /**
     * The lots of a code.
     *
     * @param code to the character
     */
    record Lot(String code) implements TraceStart {}

    /** All lots that were on a logistic unit, or on units that it held. */
    record Unit(Sscc sscc) implements TraceStart {}

    /** All lots in documents of a number, or that refer to it. */
    record Document(String number) implements TraceStart {}

    /** All lots in interchanges with a control number (ISA13, UNB 0020). */
    record Interchange(String number) implements TraceStart {}

    /** All lots in what came with a message. */
    record Message(String id) implements TraceStart {}

    /**
     * All lots of the product that documents tell of in some days.
     *
     * @param from the first day
     * @param to the last day
     */
    record Days(LocalDate from, LocalDate to) implements TraceStart {}
}
