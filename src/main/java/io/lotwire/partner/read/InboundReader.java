package io.lotwire.partner.read;

import io.lotwire.capture.CaptureKind;
import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.acknowledgement.AcknowledgementStyle;
import io.lotwire.edi.envelope.FaultPolicy;
import io.lotwire.edi.envelope.InterchangeAcknowledgement.When;
import io.lotwire.edi.fault.FaultClass;
import io.lotwire.edi.grammar.Guide;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code receives}: the documents that a partner sends us, and how we judge and acknowledge each. */
final class InboundReader {
    /** Words of {@code ta1}. */
    static final Choices<When> TA1 = Choices.of(When.values());

    private static final Choices<FaultClass> FAULT_CLASSES = Choices.of(FaultClass.values());
    private static final Map<AcknowledgementKind, Choices<String>> VERSIONS = Map.of(
            AcknowledgementKind.FUNCTIONAL, Choices.ofWords("004010", "005010", "006020"),
            AcknowledgementKind.IMPLEMENTATION, Choices.ofWords("005010X231A1", "005010X231", "005010", "006020"));
    private static final Choices<AcknowledgementKind> ACKNOWLEDGEMENTS =
            Choices.of(List.of(AcknowledgementKind.values()), AcknowledgementKind::set);
    private static final Choices<Boolean> SETS = Choices.of("all", true).or("faulty", false);

    private final List<Wire> wires;
    private final GuideFiles guides;

    InboundReader(List<Wire> wires, GuideFiles guides) {
        this.wires = wires;
        this.guides = guides;
    }

    List<Inbound> read(YamlFields profile) {
        Set<String> documents = new HashSet<>();
        List<Inbound> receives = new ArrayList<>();
        for (YamlFields fields : profile.maps("receives")) {
            String document = fields.text("document");
            if (!documents.add(document)) {
                fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        "document",
                        "The document '" + document + "' is described twice: keep one of them.");
            }
            Optional<CaptureKind> captured = fields.has("mapping") ? Optional.empty() : CaptureKind.of(document);
            String mapping = captured.isPresent() ? "" : fields.text("mapping");
            if (!mapping.isEmpty() && !mapping.matches(Inbound.MAPPING_NAME)) {
                fields.report(
                        PartnerFault.VALUE_MALFORMED,
                        "mapping",
                        "'mapping' is '" + mapping
                                + "', but must be a path in the mappings folder without extension, as x12/856.");
            }
            if (mapping.equals(Inbound.NO_MAPPING)) {
                checkOnlyAcknowledged(fields);
            }
            YamlMap override = override(fields);
            List<String> files = captured.isPresent() ? files(fields, captured.get()) : files(fields, mapping);
            Inbound.Acknowledgement acknowledgement = fields.optionalMap("acknowledge")
                    .flatMap(how -> acknowledgement(how, document))
                    .orElse(null);
            Inbound.Advice advice =
                    fields.optionalMap("advise").flatMap(this::advice).orElse(null);
            FaultPolicy faults = faults(fields);
            Guide guide = guides.read(fields, document).orElse(null);
            boolean lotRequired = fields.flag("lotRequired", false);
            fields.end();
            receives.add(new Inbound(
                    document,
                    mapping,
                    override,
                    files,
                    acknowledgement,
                    advice,
                    faults,
                    guide,
                    lotRequired,
                    fields.at(captured.isPresent() ? "document" : "mapping")));
        }
        return receives;
    }

    private static void checkOnlyAcknowledged(YamlFields fields) {
        for (String key : List.of("override", "lotRequired", "advise")) {
            if (fields.has(key)) {
                fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        key,
                        "'" + key + "' is about lot events, and 'mapping: none' makes none: take one of them out.");
            }
        }
    }

    /** It is read when the mapping is there that it changes. */
    private static YamlMap override(YamlFields fields) {
        return fields.optionalMap("override").isPresent()
                ? fields.node("override").map(YamlMap.class::cast).orElse(null)
                : null;
    }

    private static List<String> files(YamlFields fields, String mapping) {
        List<String> files = fields.texts("files");
        boolean wanted = mapping.startsWith(Inbound.FILE_MAPPING);
        if (wanted && files.isEmpty()) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "mapping",
                    "A Smooks mapping reads whole files: say by their names which, as files: [\"*.csv\"].");
        } else if (!wanted && fields.has("files")) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "files",
                    "'files' belongs to a mapping by Smooks, as smooks/csv-shipment: take it out.");
        }
        if (wanted) {
            checkOfWholeFile(fields, "a Smooks mapping reads whole files");
        }
        return files;
    }

    /** Those of a document without a mapping: beside the names that it has everywhere, those that were agreed. */
    private static List<String> files(YamlFields fields, CaptureKind kind) {
        checkOfWholeFile(fields, "'" + kind.document() + "' are whole files");
        return Stream.concat(fields.texts("files").stream(), kind.files().stream())
                .toList();
    }

    private static void checkOfWholeFile(YamlFields fields, String why) {
        for (String key : List.of("acknowledge", "advise", "reject", "accept", "guide", "override")) {
            if (fields.has(key)) {
                fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        key,
                        "'" + key + "' belongs to transaction sets, and " + why + ": take it out.");
            }
        }
    }

    private Optional<Inbound.Acknowledgement> acknowledgement(YamlFields fields, String document) {
        Optional<AcknowledgementKind> with = fields.choice("with", ACKNOWLEDGEMENTS);
        boolean report = with.filter(AcknowledgementKind.SYNTAX_REPORT::equals).isPresent();
        boolean x12 = document.matches("\\d{3}");
        if (with.isPresent() && report == x12) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "with",
                    x12
                            ? "A CONTRL acknowledges EDIFACT, not '" + document + "' of X12: write \"997\" or \"999\"."
                            : "'" + document + "' of EDIFACT is acknowledged by a CONTRL: write CONTRL.");
        }
        if (report && (fields.has("sets") || fields.has("version"))) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    fields.has("sets") ? "sets" : "version",
                    "A CONTRL tells of all messages, in the interchange's own syntax: take out 'sets' and 'version'.");
        }
        Optional<WireKind> over = ProfileReader.over(fields, wires);
        boolean everySet = fields.optionalChoice("sets", SETS).orElse(true);
        String version = report
                ? ""
                : fields.optionalChoice("version", VERSIONS.get(with.orElse(AcknowledgementKind.FUNCTIONAL)))
                        .orElse("");
        fields.end();
        return with.flatMap(kind ->
                over.map(wire -> new Inbound.Acknowledgement(new AcknowledgementStyle(kind, version, everySet), wire)));
    }

    private Optional<Inbound.Advice> advice(YamlFields fields) {
        fields.choice("with", Choices.ofWords("824"));
        Optional<WireKind> over = ProfileReader.over(fields, wires);
        boolean doubts = fields.flag("doubts", false);
        fields.end();
        return over.map(wire -> new Inbound.Advice(wire, doubts));
    }

    private static FaultPolicy faults(YamlFields fields) {
        Set<FaultClass> rejected = new LinkedHashSet<>(fields.choices("reject", FAULT_CLASSES));
        Set<FaultClass> accepted = new LinkedHashSet<>(fields.choices("accept", FAULT_CLASSES));
        for (FaultClass each : rejected) {
            if (accepted.contains(each)) {
                fields.report(
                        PartnerFault.KEY_OUT_OF_PLACE,
                        "accept",
                        "'" + word(each) + "' stands under 'reject' and under 'accept': keep one of them.");
            }
        }
        return new FaultPolicy(rejected, accepted);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
