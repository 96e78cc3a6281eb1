package io.lotwire.edi.fault;

import io.lotwire.edi.segment.Segment;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with the envelope of one interchange or group, up to a limit. */
public final class EnvelopeProblems {
    private final String file;
    private final String interchange;
    private final String group;
    private final int most;
    private final List<Problem> list = new ArrayList<>();

    public EnvelopeProblems(String file, String interchange, String group, int most) {
        this.file = file;
        this.interchange = interchange;
        this.group = group;
        this.most = most;
    }

    public void add(Fault fault, Segment segment, int element, String message) {
        if (list.size() > most) {
            return;
        }
        Place place = segment.place(element);
        Fault counted = list.size() == most ? Fault.PROBLEMS_TOO_MANY : fault;
        String said = list.size() == most
                ? "There are more than " + most + " problems; those after this place are not listed."
                : message;
        Place whole = new Place(
                file,
                interchange,
                group,
                "",
                place.segment(),
                place.segmentId(),
                place.element(),
                0,
                0,
                place.offset());
        list.add(new Problem(counted, counted.severity(), whole, said));
    }

    public List<Problem> list() {
        return list;
    }
}
