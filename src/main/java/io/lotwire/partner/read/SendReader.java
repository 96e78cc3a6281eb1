package io.lotwire.partner.read;

import io.lotwire.edi.grammar.Guide;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.partner.Conventions;
import io.lotwire.partner.Identity;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.Subscription.Send;
import io.lotwire.partner.Subscription.Split;
import io.lotwire.writing.Style;
import io.lotwire.writing.Style.LotTooLong;
import io.lotwire.writing.Style.SsccForm;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads in which format a subscription is sent. What an out-mapping offers is for {@code OutMappingCheck} to know. */
public final class SendReader {
    private static final Choices<Format> FORMATS = Choices.of(List.of(Format.values()), Format::word);
    private static final Choices<Boolean> LINES = Choices.of("per-lot", false).or("merged", true);
    private static final Choices<SsccForm> SSCC = Choices.of(SsccForm.values());
    private static final Choices<LotTooLong> LOT_TOO_LONG = Choices.of(LotTooLong.values());
    private static final Choices<Boolean> TEXT_TOO_LONG =
            Choices.of("refuse", false).or("split", true);
    private static final Choices<Split.By> SPLIT_BY = Choices.of(Split.By.values());
    private static final Choices<String> LEFT_OUT = Choices.of(List.copyOf(Style.leftOut()), word -> word);

    /** As many as a document that comes in can have. */
    private static final int MOST_EVENTS = 10_000_000;

    private static final List<String> OF_EDI = List.of(
            "version",
            "delimiters",
            "hl",
            "lots",
            "sscc",
            "item",
            "dates",
            "references",
            "tooLong",
            "lines",
            "leaveOut",
            "mapping",
            "guide");
    /** What the names of templates begin with. */
    public static final String TEMPLATES = "templates/";

    private final Identity they;
    private final GuideFiles guides;

    /**
     * @param they the partner
     * @param guides reads what their guides ask
     */
    SendReader(Identity they, GuideFiles guides) {
        this.they = they;
        this.guides = guides;
    }

    Optional<Send> read(YamlFields fields) {
        Optional<Format> format = fields.choice("format", FORMATS);
        Optional<Send> send = format.map(each -> send(fields, each));
        if (format.isEmpty()) {
            OF_EDI.forEach(fields::has);
            fields.has("template");
            fields.has("split");
        }
        fields.end();
        return send;
    }

    private Send send(YamlFields fields, Format format) {
        boolean template = format == Format.TEMPLATE;
        if (fields.has("template") && !template) {
            outOfPlace(fields, "template", "the format template");
        }
        if (format.syntax().isEmpty()) {
            OF_EDI.stream().filter(fields::has).forEach(key -> outOfPlace(fields, key, "X12 and EDIFACT formats"));
            return new Send(
                    format,
                    template ? TEMPLATES + fields.text("template") : "",
                    Style.USUAL,
                    null,
                    null,
                    Conventions.STANDARD,
                    split(fields, format));
        }
        Syntax syntax = format.syntax().get();
        if (!they.hasAddress(syntax)) {
            String key = syntax == Syntax.X12 ? "x12" : "edifact";
            fields.report(
                    PartnerFault.REFERENCE_DANGLING,
                    "format",
                    "This document needs the partner's " + (syntax == Syntax.X12 ? "X12" : "EDIFACT")
                            + " address: add '" + key + "' under 'identity'.");
        }
        Optional<Guide> guide = guides.read(fields, format.document());
        return new Send(
                format,
                fields.text("mapping", format.mapping()),
                style(fields),
                fields.optionalMap("delimiters")
                        .map(each -> delimiters(each, syntax))
                        .orElse(null),
                guide.orElse(null),
                Conventions.of(guide.stream().toList()),
                split(fields, format));
    }

    private static Split split(YamlFields fields, Format format) {
        Optional<YamlFields> split = fields.optionalMap("split");
        if (split.isEmpty()) {
            return Split.NONE;
        }
        Split.By by = split.get().optionalChoice("by", SPLIT_BY).orElse(null);
        int most = Math.min(format.mostEvents(), MOST_EVENTS);
        int events = split.get().number("events", Split.NONE.events(), 1, most);
        if (split.get().keys().isEmpty()) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "split",
                    "'split' is empty: say what has a document of its own ('by: order' or 'by: shipment'), or how many"
                            + " events one holds at most ('events: 5000').");
        }
        split.get().end();
        return new Split(by, events);
    }

    private static Style style(YamlFields fields) {
        Optional<YamlFields> tooLong = fields.optionalMap("tooLong");
        Style style = new Style(
                fields.text("version", ""),
                fields.text("hl", ""),
                fields.texts("lots"),
                fields.optionalChoice("sscc", SSCC).orElse(null),
                table(fields, "item"),
                table(fields, "dates"),
                table(fields, "references"),
                tooLong.flatMap(each -> each.optionalChoice("lot", LOT_TOO_LONG))
                        .orElse(LotTooLong.REFUSE),
                tooLong.flatMap(each -> each.optionalChoice("text", TEXT_TOO_LONG))
                        .orElse(false),
                fields.optionalChoice("lines", LINES).orElse(false),
                new HashSet<>(fields.choices("leaveOut", LEFT_OUT)));
        tooLong.ifPresent(YamlFields::end);
        return style;
    }

    private static Map<String, String> table(YamlFields fields, String key) {
        Map<String, String> table = new LinkedHashMap<>();
        fields.optionalMap(key).ifPresent(map -> map.keys().forEach(word -> table.put(word, map.text(word))));
        return table;
    }

    private static Delimiters delimiters(YamlFields fields, Syntax syntax) {
        Delimiters usual = syntax == Syntax.X12 ? Delimiters.USUAL : Delimiters.EDIFACT;
        char element = one(fields, "element", usual.element());
        char component = one(fields, "component", usual.component());
        char repetition = one(fields, "repetition", usual.repetition());
        char segment = one(fields, "segment", usual.segment().charAt(0));
        char release = syntax == Syntax.X12 ? Delimiters.NONE : one(fields, "release", usual.release());
        fields.end();
        Delimiters delimiters = new Delimiters(element, component, repetition, String.valueOf(segment), release);
        if (delimiters.collide()) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "element",
                    "Two of the delimiters are the same character: give each its own.");
        }
        return delimiters;
    }

    private static char one(YamlFields fields, String key, char usual) {
        String text = fields.text(key, String.valueOf(usual));
        if (text.length() == 1 && (text.charAt(0) == usual || text.matches("[\\n!-/:-@\\[-`{-~]"))) {
            return text.charAt(0);
        }
        fields.report(
                PartnerFault.VALUE_MALFORMED,
                key,
                "'" + key + "' must be one ASCII character that is no letter, digit or blank, such as \"|\".");
        return usual;
    }

    private static void outOfPlace(YamlFields fields, String key, String of) {
        fields.report(PartnerFault.KEY_OUT_OF_PLACE, key, "'" + key + "' belongs to " + of + " only: take it out.");
    }
}
