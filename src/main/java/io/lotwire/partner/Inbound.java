package io.lotwire.partner;

import io.lotwire.x12.AcknowledgementStyle;
import io.lotwire.x12.FaultPolicy;
import io.lotwire.x12.grammar.Guide;
import io.lotwire.yaml.FileLine;
import io.lotwire.yaml.YamlMap;

/**
 * A document that a partner sends us, and what is agreed about it.
 *
 * @param document the transaction set, such as {@code 856}
 * @param mapping the mapping that reads it: its path under {@code mappings/} without the extension
 * @param override what this partner does differently: keys of the mapping and their values; null when nothing
 * @param acknowledgement how we acknowledge it, null when we do not
 * @param advice the wire that an 824 about its business problems goes over, null when we send none
 * @param faults which faults reject it
 * @param guide what their guide asks of it beyond the standard, null when there is none
 * @param lotRequired true when an item without a lot is an error
 * @param at where the profile describes it
 */
public record Inbound(
        String document,
        String mapping,
        YamlMap override,
        Acknowledgement acknowledgement,
        WireKind advice,
        FaultPolicy faults,
        Guide guide,
        boolean lotRequired,
        FileLine at) {

    /**
     * How we acknowledge a document.
     *
     * @param style the acknowledgement, 997 or 999, and what it tells of
     * @param over the wire that it goes over
     */
    public record Acknowledgement(AcknowledgementStyle style, WireKind over) {}
}
