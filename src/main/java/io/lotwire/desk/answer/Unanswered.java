package io.lotwire.desk.answer;

import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.write.Written;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.stream.Collectors;

/** Says why the sender of an interchange hears nothing of it, where something was due or asked for. */
public final class Unanswered {
    private Unanswered() {}

    /**
     * An answer could not be written.
     *
     * @param file the file that the interchange came in
     * @param format what was to be written, such as {@code 997}
     */
    public static Problem notWritten(String file, InterchangeHeader to, String format, Written.Refused refused) {
        String why =
                refused.problems().stream().map(Problem::message).distinct().collect(Collectors.joining(" "));
        return Problem.error(
                Fault.ANSWER_NOT_WRITTEN,
                at(file, to),
                "The " + format + " about interchange " + to.controlNumber()
                        + " cannot be written, so its sender hears nothing. " + why);
    }

    /** There is no address to write from or to in the interchange's syntax. */
    public static Problem withoutAddress(String file, InterchangeHeader to, String partner) {
        return Problem.error(
                Fault.ANSWER_NOT_WRITTEN,
                at(file, to),
                partner + " hears nothing of interchange " + to.controlNumber()
                        + ": give them and the owner an address in " + to.syntax() + " under 'identity'.");
    }

    /** None is due of the kind that was asked for. */
    public static Problem notDue(String file, InterchangeHeader to, String kind, String why) {
        return Problem.warning(
                Fault.ANSWER_NOT_DUE,
                at(file, to),
                "There is no " + kind + " about interchange " + to.controlNumber() + ", for " + why + ".");
    }

    private static Place at(String file, InterchangeHeader to) {
        Place header = to.segment().place(0);
        return new Place(
                file, to.controlNumber(), "", "", header.segment(), header.segmentId(), 0, 0, 0, header.offset());
    }
}
