package io.lotwire.web.page;

import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.Listed;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.RecordKind;
import io.lotwire.registry.master.RegistryChange;
import io.lotwire.registry.record.LotRecord;
import io.lotwire.registry.record.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a lot, as a page shows it.
 *
 * @param record all of it
 */
record LotFacts(LotRecord record) {
    /**
     * A fact.
     *
     * @param name which
     * @param value what
     * @param statedBy who stated this value, the first first
     * @param otherwise what others stated
     */
    record FactLine(String name, String value, List<Statement> statedBy, List<Statement> otherwise) {}

    /**
     * Something that was done.
     *
     * @param at when
     * @param by by whom
     * @param what what
     * @param why why; {@code ""} where nobody said it
     */
    record Happened(Instant at, String by, String what, String why) {}

    /** Its page. */
    public String getAddress() {
        return LotWay.address(record.code(), getGtin());
    }

    /** Its product's GTIN; {@code ""} where none is known. */
    public String getGtin() {
        return record.gtin().orElse("");
    }

    /** The product in words; {@code ""} where nobody said any. */
    public String getDescription() {
        return record.known().fact("description").orElse("");
    }

    /** In what ways it may not go. */
    public List<LotStatus> getStanding() {
        return record.statuses().stream().filter(LotStatus::stands).toList();
    }

    /** Whether a person holds it. */
    public boolean isHeld() {
        return getStanding().stream().anyMatch(status -> status.kind() == LotStatus.Kind.HELD);
    }

    /** Its facts, each with who stated it. */
    public List<FactLine> getFacts() {
        List<FactLine> lines = new ArrayList<>();
        for (Fact fact : RecordKind.LOT.facts()) {
            Optional<String> kept = record.known().fact(fact.name());
            if (kept.isPresent() && !fact.name().equals("lot")) {
                lines.add(line(fact.name(), written(fact, kept.get())));
            }
        }
        record.expiry()
                .filter(expiry -> expiry.isDerived())
                .ifPresent(expiry -> lines.add(line("expires", expiry.words())));
        new TreeMap<>(record.known().attributes())
                .forEach((name, value) -> lines.add(line("attributes." + name, value)));
        new TreeMap<>(record.parts()).forEach((name, value) -> lines.add(line("code says " + name, value)));
        return lines;
    }

    private FactLine line(String name, String value) {
        List<Statement> of = record.statements().stream()
                .filter(each -> each.field().equals(name))
                .toList();
        return new FactLine(
                name.replace('_', ' '),
                value,
                of.stream().filter(each -> each.value().equals(value)).toList(),
                of.stream().filter(each -> !each.value().equals(value)).toList());
    }

    private static String written(Fact fact, String kept) {
        return fact.type().isList()
                ? String.join(", ", Listed.ofJson(kept))
                : fact.type().written(kept);
    }

    /** What persons did, the last first. */
    public List<Happened> getHistory() {
        List<Happened> history = new ArrayList<>();
        for (RegistryChange change : record.changes()) {
            String what = change.isBeginning()
                    ? "made the record"
                    : change.field() + ": "
                            + (change.before().isEmpty() ? "" : change.before() + " to ")
                            + change.after();
            history.add(new Happened(change.at(), change.by(), what, change.why()));
        }
        for (LotStatus status : record.statuses()) {
            String reference = status.reference().isEmpty() ? "" : " (" + status.reference() + ")";
            history.add(new Happened(status.since(), status.by(), status.kind().inWords() + reference, status.why()));
            status.ended()
                    .ifPresent(ended -> history.add(new Happened(
                            ended.at(), ended.by(), "no longer " + status.kind().inWords(), ended.why())));
        }
        history.sort(Comparator.comparing(Happened::at).reversed());
        return history;
    }
}
