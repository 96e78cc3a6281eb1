package io.lotwire.partner;

import io.lotwire.yaml.FileLine;

/**
 * A document that a partner sends us, and what is agreed about it.
 *
 * @param document the transaction set, such as {@code 856}
 * @param mapping the mapping that reads it: its path under {@code mappings/} without the extension
 * @param acknowledgement how we acknowledge it, null when we do not
 * @param lotRequired true when an item without a lot is an error
 * @param at where the profile describes it
 */
public record Inbound(
        String document, String mapping, Acknowledgement acknowledgement, boolean lotRequired, FileLine at) {

    /**
     * How we acknowledge a document.
     *
     * @param with the acknowledgement, {@code 997}
     * @param over the wire that it goes over
     */
    public record Acknowledgement(String with, WireKind over) {}
}
