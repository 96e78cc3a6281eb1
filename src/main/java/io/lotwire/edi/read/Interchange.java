package io.lotwire.edi.read;

import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import java.util.List;

/**
 * An interchange, from ISA to IEA.
 *
 * @param summary its header, its TA1s, what is wrong with it, and its verdict
 * @param groups its functional groups in order
 */
public record Interchange(InterchangeSummary summary, List<FunctionalGroup> groups) {
    public Interchange {
        groups = List.copyOf(groups);
    }

    /** Its ISA. */
    public InterchangeHeader header() {
        return summary.header();
    }
}
