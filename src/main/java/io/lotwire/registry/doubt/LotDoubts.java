package io.lotwire.registry.doubt;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Word;
import io.lotwire.lot.rule.LotPattern;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.problem.Severity;
import io.lotwire.registry.master.LotStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The doubts about the lot of one event. */
public final class LotDoubts {
    private final LotEvent stated;
    private final LotEvent complete;
    private final Lot lot;
    private final KnownFacts known;
    private final List<Issue> issues = new ArrayList<>();

    private LotDoubts(LotEvent stated, LotEvent complete, KnownFacts known) {
        this.stated = stated;
        this.complete = complete;
        this.lot = complete.lot();
        this.known = known;
    }

    /**
     * Finds them.
     *
     * @param stated the event as its sender states it, with a lot
     * @param complete the same with what is known of its lot
     * @param rules what is asked of all lots
     * @param assigns whether lots may appear first in documents of its sender
     * @param minimum how much shelf life its customer wants
     */
    public static List<Issue> of(
            LotEvent stated,
            LotEvent complete,
            KnownFacts known,
            LotRules rules,
            boolean assigns,
            ShelfLifeMinimum minimum) {
        LotDoubts doubts = new LotDoubts(stated, complete, known);
        doubts.standing();
        doubts.conflicts();
        doubts.shelfLife(minimum);
        doubts.governance(rules, assigns);
        return doubts.issues;
    }

    private void standing() {
        if (complete.type() != EventType.SHIPPED && complete.type() != EventType.RECEIVED) {
            return;
        }
        for (LotStatus status : known.standing()) {
            add(
                    status.kind().issue(),
                    "Lot " + lot.code() + " is " + status.words() + "; keep it back, or release it.");
        }
    }

    private void conflicts() {
        Lot facts = known.lot().orElse(lot);
        String said = stated.lot().expires();
        if (!said.isEmpty() && !facts.expires().isEmpty() && !said.equals(facts.expires())) {
            add(
                    IssueCode.EXPIRY_CONFLICT,
                    "The document says that lot " + lot.code() + " expires " + said + ", the registry says "
                            + facts.expires() + "; ask the sender which is right.");
        }
        LotSource source = stated.lot().source();
        LotSource before = facts.source();
        if (source != null
                && before != null
                && (differ(source.gln(), before.gln()) || differ(source.reference(), before.reference()))) {
            add(
                    IssueCode.TLC_REASSIGNED,
                    "The document says that the code of lot " + lot.code() + " was assigned by " + words(source)
                            + ", the registry says by " + words(before) + "; ask the sender who assigned it.");
        }
    }

    private static boolean differ(String said, String before) {
        return !said.isEmpty() && !before.isEmpty() && !said.equals(before);
    }

    private static String words(LotSource source) {
        return List.of(source.gln(), source.name(), source.reference()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void shelfLife(ShelfLifeMinimum minimum) {
        Optional<LocalDate> shipped = complete.type() == EventType.SHIPPED && complete.time() != null
                ? Day.of(complete.time().value())
                : Optional.empty();
        Optional<Expiry> expiry = Expiry.of(lot, known.product());
        if (shipped.isEmpty() || expiry.isEmpty()) {
            return;
        }
        long left = expiry.get().daysLeft(shipped.get());
        String dates = "Lot " + lot.code() + " expires " + expiry.get().words() + " and is shipped " + shipped.get();
        if (left < 0) {
            add(IssueCode.EXPIRED_ON_SHIP, dates + ", after it expired; keep it back.");
            return;
        }
        if (expiry.get().isBelow(minimum, shipped.get(), known.product())) {
            String has = expiry.get().isTooFewDays(minimum, shipped.get())
                    ? left + " days are left, the customer wants " + minimum.days()
                    : left + " of " + expiry.get().wholeDays(known.product()).orElseThrow()
                            + " days are left, the customer wants " + minimum.percent() + " percent";
            add(IssueCode.SHELF_LIFE_BELOW_MINIMUM, dates + ": " + has + "; ship a younger lot.");
        }
    }

    private void governance(LotRules rules, boolean assigns) {
        String source = source();
        Optional<LotPattern> pattern = rules.pattern(source);
        if (pattern.isPresent() && pattern.get().decode(lot.code()).isEmpty()) {
            add(
                    IssueCode.LOT_PATTERN,
                    "Lot " + lot.code() + " is not made as the lots of " + source + " are (" + pattern.get()
                            + "); check the lot code.");
        }
        List<String> missing = rules.required().stream()
                .filter(fact -> !fact.isOf(lot))
                .map(Word::of)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            add(
                    IssueCode.LOT_FACT_MISSING,
                    "Lot " + lot.code() + " lacks what every lot must have (" + String.join(", ", missing)
                            + "); ask the sender for it, or import it.");
        }
        if (known.lot().isEmpty() && !assigns) {
            add(
                    IssueCode.LOT_ASSIGNED_BY_OTHER,
                    "Lot " + lot.code() + " appears first in a document of "
                            + complete.source().partner() + ", who assigns no lots; check the lot code.");
        }
    }

    /** Whose lot it is: who assigned its code, else who shipped it first, which may be now. */
    private String source() {
        if (lot.source() != null && !lot.source().gln().isEmpty()) {
            return lot.source().gln();
        }
        boolean ships = known.lot().isEmpty()
                && complete.type() == EventType.SHIPPED
                && complete.shipFrom() != null
                && complete.shipFrom().gln() != null;
        return ships ? complete.shipFrom().gln().digits() : known.originGln();
    }

    private void add(IssueCode code, String sentence) {
        issues.add(new Issue(code, Severity.WARNING, sentence));
    }
}
