package io.lotwire.infer;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Syntax;

/** What the envelopes of all files say. */
final class Envelopes {
    /** Qualifier and id of senders, by syntax. */
    final Tally x12Senders = new Tally();

    final Tally edifactSenders = new Tally();
    final Tally receivers = new Tally();
    /** GS02. */
    final Tally applications = new Tally();

    final Tally delimiters = new Tally();
    final Tally versions = new Tally();
    /** Interchanges that say that they are tests. */
    final Tally tests = new Tally();
    /** Interchanges that ask for a TA1 or CONTRL. */
    final Tally asking = new Tally();

    private int interchanges;

    int interchanges() {
        return interchanges;
    }

    void add(String file, InterchangeHeader header) {
        interchanges++;
        Sighting seen = Sighting.of(file, header.segment());
        boolean edifact = header.syntax() == Syntax.EDIFACT;
        Tally senders = edifact ? edifactSenders : x12Senders;
        senders.add(header.senderQualifier() + " " + header.sender(), header.sender(), interchanges, seen);
        receivers.add(header.receiverQualifier() + " " + header.receiver(), header.receiver(), interchanges, seen);
        versions.add(header.version(), header.version(), interchanges, seen);
        delimiters.add(words(header.delimiters()), "", interchanges, seen);
        if (header.usage().equals("T")) {
            tests.add("T", "", interchanges, seen);
        }
        if (header.acknowledgmentRequested()) {
            asking.add(edifact ? "CONTRL" : "TA1", "", interchanges, seen);
        }
    }

    void add(String file, InterchangeHeader header, GroupHeader group) {
        if (header.syntax() == Syntax.X12 && !group.sender().isEmpty()) {
            applications.add(group.sender(), group.sender(), interchanges, Sighting.of(file, header.segment()));
        }
    }

    private static String words(Delimiters delimiters) {
        return "elements " + shown(String.valueOf(delimiters.element())) + " components "
                + shown(String.valueOf(delimiters.component())) + " segments " + shown(delimiters.segment())
                + (delimiters.repetition() == Delimiters.NONE
                        ? ""
                        : " repetitions " + shown(String.valueOf(delimiters.repetition())));
    }

    private static String shown(String delimiter) {
        StringBuilder shown = new StringBuilder();
        delimiter
                .chars()
                .forEach(each -> shown.append(
                        each > ' ' && each < 0x7f ? String.valueOf((char) each) : String.format("0x%02X", each)));
        return shown.toString();
    }
}
