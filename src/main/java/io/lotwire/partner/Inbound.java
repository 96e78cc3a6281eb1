package io.lotwire.partner;

import io.lotwire.capture.CaptureKind;
import io.lotwire.edi.acknowledgement.AcknowledgementStyle;
import io.lotwire.edi.envelope.FaultPolicy;
import io.lotwire.edi.grammar.Guide;
import io.lotwire.yaml.FileLine;
import io.lotwire.yaml.YamlMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A document that a partner sends us, and what is agreed about it.
 *
 * @param document the transaction set, such as {@code 856}
 * @param mapping the mapping that reads it: its path under {@code mappings/} without the extension; {@code none} when it is only
 *     acknowledged; {@code ""} for lot events and scans, which need none
 * @param override what this partner does differently: keys of the mapping and their values; null when nothing
 * @param files which files are such a document as a whole, by their names ({@code *} stands for any characters); none when
 *     it is a transaction set
 * @param acknowledgement how we acknowledge it, null when we do not
 * @param advice how we tell of its business problems, null when we do not
 * @param faults which faults reject it
 * @param guide what their guide asks of it beyond the standard, null when there is none
 * @param lotRequired true when an item without a lot is an error
 * @param at where the profile describes it
 */
public record Inbound(
        String document,
        String mapping,
        YamlMap override,
        List<String> files,
        Acknowledgement acknowledgement,
        Advice advice,
        FaultPolicy faults,
        Guide guide,
        boolean lotRequired,
        FileLine at) {
    /**
     * How an 824 tells of what is wrong with a document as business.
     *
     * @param over the wire that it goes over
     * @param doubts true when it tells of what is doubtful about a document that was taken, too
     */
    public record Advice(WireKind over, boolean doubts) {}

    /** What the names of mappings begin with that read whole files, by Smooks. */
    public static final String FILE_MAPPING = "smooks/";

    /** What the name of a mapping is made of: a path in the folder of mappings, without extension. */
    public static final String MAPPING_NAME = "[a-z0-9-]+(/[a-z0-9-]+)*";

    /** Stands in place of a mapping's name where a document is only acknowledged: it gives no lot events. */
    public static final String NO_MAPPING = "none";

    public Inbound {
        files = List.copyOf(files);
    }

    /** A transaction set of which nothing is agreed but the mapping, and what that is to do otherwise. */
    public static Inbound of(String document, String mapping, YamlMap override) {
        return new Inbound(
                document,
                mapping,
                override,
                List.of(),
                null,
                null,
                FaultPolicy.USUAL,
                null,
                false,
                new FileLine(mapping, 0));
    }

    /** True when it is checked and acknowledged, and no more. */
    public boolean isOnlyAcknowledged() {
        return mapping.equals(NO_MAPPING);
    }

    /** What it is when it is read without a mapping. */
    public Optional<CaptureKind> captured() {
        return mapping.isEmpty() ? CaptureKind.of(document) : Optional.empty();
    }

    /** True when it is no transaction set, but a file as a whole. */
    public boolean isWholeFile() {
        return !files.isEmpty();
    }

    /** True when a file of this name is such a document; capital letters make no difference. */
    boolean isFile(String fileName) {
        return isAnyOf(files, fileName);
    }

    /** True when a file bears the name that its kind of document has everywhere. */
    boolean isNamedAfterItsKind(String fileName) {
        return captured().filter(kind -> isAnyOf(kind.files(), fileName)).isPresent();
    }

    private static boolean isAnyOf(List<String> patterns, String fileName) {
        return patterns.stream().anyMatch(pattern -> fileName.toLowerCase(Locale.ROOT)
                .matches(("\\Q" + pattern.toLowerCase(Locale.ROOT) + "\\E").replace("*", "\\E.*\\Q")));
    }

    /**
     * How we acknowledge a document.
     *
     * @param style the acknowledgement, 997 or 999, and what it tells of
     * @param over the wire that it goes over
     */
    public record Acknowledgement(AcknowledgementStyle style, WireKind over) {}
}
