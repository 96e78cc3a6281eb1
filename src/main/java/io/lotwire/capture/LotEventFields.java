package io.lotwire.capture;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotDoubt;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reason;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Transfer;
import io.lotwire.lot.Transformation;
import io.lotwire.mapping.GoodsDoubts;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a lot event in the form of {@code mappings/lot-event.schema.json}. */
final class LotEventFields {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String SHA256_WANTED = "64 hexadecimal digits in small letters";
    private static final Pattern REFERENCE_TYPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern MAPPING = Pattern.compile(".+@.+");

    /** Documents that tell what will be are sent before it is. */
    private static final Set<EventType> TOLD_BEFORE = Set.of(EventType.SHIPPED, EventType.ORDERED);

    private final TimeFields times;

    LotEventFields(TimeFields times) {
        this.times = times;
    }

    /**
     * What an entry states.
     *
     * @param id the id that its sender gave it, {@code ""} for none
     * @param event the event, without an id of ours
     */
    record Stated(String id, LotEvent event) {}

    /**
     * Reads an entry; its faults are told.
     *
     * @param document what the file says of the document
     * @param source the bytes of the entry
     */
    Stated read(Fields fields, DocumentFields document, Source source) {
        String id = fields.text("eventId", SHA256, SHA256_WANTED);
        EventType type = fields.requiredWord(EventType.class, "type").orElse(EventType.SHIPPED);
        Purpose purpose = document.purpose(fields);
        EventTime time = times.eventTime(fields);
        List<Issue> issues = issues(fields);
        String first = fields.read("source", LotEventFields::documentOfSource).orElse("");
        Item item = GoodsFields.item(fields);
        Lot lot = GoodsFields.lot(fields);
        Quantity quantity = GoodsFields.quantity(fields, first);
        Optional<Condition> condition = fields.word(Condition.class, "condition");
        Reason reason = fields.read("reason", LotEventFields::reason).orElse(null);
        LogisticUnit unit = GoodsFields.unit(fields, has(issues, IssueCode.SSCC_INVALID));
        Transformation transformation =
                fields.read("transformation", LotEventFields::transformation).orElse(null);
        Transfer transfer = TransferFields.read(fields, first);
        Party from = PartyFields.read(fields, "shipFrom");
        Party to = PartyFields.read(fields, "shipTo");
        List<Reference> references = references(fields);
        addDoubts(fields, type, time, item, lot, quantity, issues);
        fields.end();
        return new Stated(
                id,
                new LotEvent(
                        "",
                        type,
                        purpose,
                        time,
                        item,
                        lot,
                        quantity,
                        condition.orElse(null),
                        reason,
                        unit,
                        transformation,
                        transfer,
                        from,
                        to,
                        references,
                        source,
                        issues));
    }

    /** {@code references}, of events and of scans. */
    static List<Reference> references(Fields fields) {
        List<Reference> references = new ArrayList<>();
        fields.readEach("references", each -> {
            each.require("type");
            references.add(new Reference(
                    each.text("type", REFERENCE_TYPE, "small letters and digits with hyphens, such as purchase-order"),
                    each.requiredText("value"),
                    each.day("date", IssueCode.DATE_INVALID)));
        });
        return references;
    }

    /** {@code reason}, of events and of scans. */
    static Reason reason(Fields fields) {
        return new Reason(fields.requiredText("code"), fields.requiredText("list"), fields.text("text"));
    }

    private static Transformation transformation(Fields fields) {
        String id = fields.requiredText("id");
        return fields.requiredWord(Transformation.Role.class, "role")
                .map(role -> new Transformation(id, role))
                .orElse(null);
    }

    private static List<Issue> issues(Fields fields) {
        List<Issue> issues = new ArrayList<>();
        fields.readEach("issues", each -> {
            Optional<Severity> severity = each.requiredWord(Severity.class, "severity");
            String message = each.requiredText("message");
            code(each).ifPresent(code -> issues.add(new Issue(code, severity.orElse(Severity.WARNING), message)));
        });
        return issues;
    }

    private static Optional<IssueCode> code(Fields fields) {
        String text = fields.requiredText("code");
        for (IssueCode code : IssueCode.values()) {
            if (code.name().equals(text) && code == IssueCode.DOCUMENT_REJECTED) {
                fields.error(
                        "code",
                        CaptureFault.FIELD_INVALID,
                        "The event is of a rejected document and only to be looked at: leave the event out.");
                return Optional.empty();
            }
            if (code.name().equals(text)) {
                return Optional.of(code);
            }
        }
        if (!text.isEmpty()) {
            fields.error(
                    "code",
                    CaptureFault.WORD_UNKNOWN,
                    "'" + Fields.shown(text) + "' is no code of an issue: leave the issue out.");
        }
        return Optional.empty();
    }

    /** The document that a statement is from. What else its sender says of its source is of bytes that we do not have. */
    private static String documentOfSource(Fields fields) {
        fields.text("partner");
        String document = fields.text("document");
        fields.text("version");
        fields.text("interchange");
        fields.text("group");
        fields.text("transaction");
        fields.text("sha256", SHA256, SHA256_WANTED);
        fields.checkWhole("segment", 1);
        fields.checkWhole("offset", 0);
        fields.checkWhole("length", 1);
        fields.text("mapping", MAPPING, "the name and the version of a mapping, as x12/856@1a2b3c");
        return document;
    }

    private void addDoubts(
            Fields fields, EventType type, EventTime time, Item item, Lot lot, Quantity quantity, List<Issue> issues) {
        List<Issue> doubts = new ArrayList<>();
        if (times.isAhead(time)) {
            addAhead(fields, type, time, doubts);
        }
        if (lot != null) {
            LotDoubt.of(lot.code()).ifPresent(doubts::add);
            addLotSource(lot, doubts);
        }
        GoodsDoubts.add(type, item, quantity, lot != null, doubts);
        doubts.stream().filter(doubt -> !has(issues, doubt.code())).forEach(issues::add);
    }

    private static void addAhead(Fields fields, EventType type, EventTime time, List<Issue> doubts) {
        String sentence = "The time " + time.value() + " lies more than a day ahead of the receipt";
        if (TOLD_BEFORE.contains(type)) {
            doubts.add(new Issue(
                    IssueCode.TIME_AHEAD,
                    Severity.WARNING,
                    sentence + ": ask the sender whether it is announced, or mistyped."));
        } else {
            fields.error(
                    "eventTime",
                    IssueCode.TIME_AHEAD,
                    sentence + ", and what is told as done cannot be later: correct it, or the clock that it is of.");
        }
    }

    private static void addLotSource(Lot lot, List<Issue> doubts) {
        String gln = lot.source() == null ? "" : lot.source().gln();
        if (!gln.isEmpty() && Gln.parse(gln).isEmpty()) {
            doubts.add(new Issue(
                    IssueCode.GLN_INVALID,
                    Severity.WARNING,
                    "Where the lot was made: " + WrongDigits.of("a GLN", gln, "13")));
        }
    }

    private static boolean has(List<Issue> issues, IssueCode code) {
        return issues.stream().anyMatch(issue -> issue.code() == code);
    }
}
