package io.lotwire.infer;

import io.lotwire.edi.segment.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the draft of a profile. */
final class Draft {
    /** So many rejected sets are told one by one. */
    private static final int REJECTIONS = 5;

    /** Fields of which it matters little where they stand. */
    private static final Set<String> PLAIN = Set.of("purpose", "logisticUnit.type");

    private static final String NUMBERS = "item.ids";

    private final String name;
    private final Evidence evidence;
    private final List<Question> questions;
    private final DraftText text = new DraftText();

    private Draft(String name, Evidence evidence, List<Question> questions) {
        this.name = name;
        this.evidence = evidence;
        this.questions = questions;
    }

    static String of(String name, List<String> files, Evidence evidence, List<Question> questions) {
        Draft draft = new Draft(name, evidence, questions);
        draft.head(files);
        draft.identity();
        draft.wires();
        draft.receives();
        draft.questions();
        return draft.text.toString();
    }

    private void head(List<String> files) {
        text.line("# yaml-language-server: $schema=partner.schema.json")
                .line("#")
                .comment(
                        "",
                        "A draft that './lotwire partner infer' made of " + Words.count(files.size(), "file") + " with "
                                + Words.count(evidence.sets(), "set") + ": " + String.join(", ", files) + ".")
                .comment(
                        "",
                        "Comments say on how much each line stands; open questions are at the end, what matters most first.")
                .line("")
                .line("name: " + name)
                .line("title: " + Words.quoted(name), "not in the files: ask them")
                .line("");
    }

    private void identity() {
        Envelopes envelopes = evidence.envelopes();
        int all = envelopes.interchanges();
        List<Tally.Entry> x12 = fit(Syntax.X12, envelopes.x12Senders);
        List<Tally.Entry> edifact = fit(Syntax.EDIFACT, envelopes.edifactSenders);
        if (x12.isEmpty() && edifact.isEmpty()) {
            text.line("identity: {}", "no interchange with an address that a profile can hold was found")
                    .line("");
            return;
        }
        text.line("identity:");
        if (!x12.isEmpty()) {
            Tally.Entry sender = x12.get(0);
            String application = envelopes.applications.entries().stream()
                    .map(Tally.Entry::key)
                    .findFirst()
                    .orElse("");
            String address = "qualifier: " + Words.quoted(sender.qualifier()) + ", id: " + Words.quoted(sender.id());
            boolean differs = application.length() > 1 && !application.equals(sender.id());
            text.line(
                    "  x12: { " + address + (differs ? ", application: " + Words.quoted(application) : "") + " }",
                    "ISA05, ISA06" + (differs ? ", GS02" : "") + ": "
                            + Words.share(sender.times(), all, "interchange"));
        }
        if (!edifact.isEmpty()) {
            Tally.Entry sender = edifact.get(0);
            String qualifier =
                    sender.qualifier().isEmpty() ? "" : "qualifier: " + Words.quoted(sender.qualifier()) + ", ";
            text.line(
                    "  edifact: { " + qualifier + "id: " + Words.quoted(sender.id()) + " }",
                    "UNB02: " + Words.share(sender.times(), all, "interchange"));
        }
        text.comment("  ", "They write to: " + envelopes.receivers.line(each -> each.key() + " (" + each.times() + ")"))
                .comment(
                        "  ",
                        "Delimiters: " + envelopes.delimiters.line(each -> each.key() + " (" + each.times() + ")"))
                .comment(
                        "  ",
                        "Versions of the envelope: "
                                + envelopes.versions.line(each -> each.key() + " (" + each.times() + ")"));
        envelopes
                .asking
                .entries()
                .forEach(each -> text.comment(
                        "  ",
                        "They ask for a " + each.key() + " in " + Words.share(each.times(), all, "interchange") + "."));
        text.line("");
    }

    /** The most frequent sender, if a profile can hold its address. */
    private static List<Tally.Entry> fit(Syntax syntax, Tally senders) {
        return senders.entries().stream()
                .limit(1)
                .filter(sender -> Addresses.fits(syntax, sender))
                .toList();
    }

    private void wires() {
        text.comment("", "wires:                   not in the files; the schema explains as2, sftp, jms and folder")
                .line("");
    }

    private void receives() {
        List<Documents> mapped = evidence.documents().stream()
                .filter(each -> each.mapping != null)
                .toList();
        evidence.documents().stream()
                .filter(each -> each.withoutLots)
                .forEach(each -> text.comment(
                        "",
                        "Left out, as it states no lots: " + each.id + " ("
                                + Words.share(each.sets, evidence.sets(), "set") + ")."));
        if (evidence.documents().stream().anyMatch(each -> each.withoutLots)) {
            text.line("");
        }
        if (mapped.isEmpty()) {
            return;
        }
        text.line("receives:");
        for (Documents documents : mapped) {
            text.line(
                    "  - document: " + Words.quoted(documents.id),
                    Words.share(documents.sets, evidence.sets(), "set") + ", version "
                            + documents.versions.line(each -> each.key() + " (" + each.sets() + ")"));
            text.line(
                    "    mapping: " + documents.name(),
                    "reads " + Words.share(documents.read, documents.sets, "set") + ", " + documents.lots + " of "
                            + Words.count(documents.events, "lot event") + " with a lot");
            text.line("    lotRequired: false", requirement(documents));
            text.comment(
                    "    ",
                    "acknowledge: { with: \"" + (documents.syntax == Syntax.X12 ? "997" : "CONTRL")
                            + "\", over: as2 }      when there are wires");
            rejections(documents);
            text.comments("    ", findings(documents));
        }
        text.line("");
    }

    private void rejections(Documents documents) {
        if (documents.rejections.isEmpty()) {
            return;
        }
        text.comment(
                "    ",
                Words.shareIs(documents.rejections.size(), documents.sets, "set")
                        + " rejected, and only looked into for what is told below: none of it counts as read or accepted.");
        documents.rejections.stream().limit(REJECTIONS).forEach(each -> text.comment("    ", "rejected: " + each));
        if (documents.rejections.size() > REJECTIONS) {
            text.comment("    ", "rejected: " + (documents.rejections.size() - REJECTIONS) + " more");
        }
    }

    private static String requirement(Documents documents) {
        int without = documents.eventsSeen - documents.lotsSeen;
        if (documents.eventsSeen == 0) {
            return "whether true would refuse sets is not known";
        }
        return without == 0
                ? "true would refuse none of " + Words.count(documents.eventsSeen, "event")
                : "true would refuse sets: " + Words.share(without, documents.eventsSeen, "event")
                        + (without == 1 ? " has" : " have") + " no certain lot";
    }

    private static List<String> findings(Documents documents) {
        List<String> found = new ArrayList<>();
        add("levels (HL)", documents.shapes, documents, found);
        Set<String> keys =
                documents.taken.entries().stream().map(Tally.Entry::key).collect(Collectors.toSet());
        for (Tally.Entry place : documents.taken.entries()) {
            int blank = place.key().indexOf(": ") > 0
                    ? place.key().indexOf(": ") + 1
                    : place.key().indexOf(' ');
            String field = place.key().substring(0, blank);
            boolean isTheGtin = field.equals(NUMBERS)
                    && keys.contains("item.gtin " + place.key().substring(blank + 1));
            if (isTheGtin || PLAIN.contains(field) || (field.startsWith("references.") && field.endsWith(".date"))) {
                continue;
            }
            found.add(field + (field.endsWith(":") ? " " : ": ") + place.key().substring(blank + 1) + ", "
                    + Words.share(place.sets(), documents.seen, "set") + ", such as '"
                    + Words.plain(place.values().get(0)) + "'");
        }
        found.sort(null);
        add("SSCCs", documents.ssccForms, documents, found);
        add("units of quantities", documents.units, documents, found);
        add("dates", documents.dates, documents, found);
        add("nothing is taken of", documents.notMapped, documents, found);
        return found;
    }

    private static void add(String what, Tally tally, Documents documents, List<String> found) {
        if (!tally.isEmpty()) {
            found.add(what + ": " + tally.line(each -> each.key() + " (" + each.sets() + ")") + " of "
                    + Words.count(documents.seen, "set"));
        }
    }

    private void questions() {
        text.comment("", "Questions");
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            text.line("#").comment("", (i + 1) + ". " + question);
            if (!question.remedy().isEmpty()) {
                text.line("#        override:");
                question.remedy().forEach(line -> text.line("#          " + line));
            }
        }
    }
}
