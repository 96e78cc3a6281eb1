package io.lotwire.recall;

import io.lotwire.digest.Sha256;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.RecallNotices;
import io.lotwire.recall.NoticePlan.Planned;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Opens a recall: what is affected is written down, its lots may go no further, and each partner's notice waits to be sent. All of that is in
 * one transaction, so that it is there or not; who opens the same again finds what is there, and nobody is told twice.
 */
public final class RecallOpening {
    /** Who is to be told by telephone is to have answered by then; for others their profile says it. */
    private static final Duration ANSWER_WITHIN = Duration.ofDays(2);

    private final LedgerTransaction tx;
    private final Handle handle;
    private final Profiles profiles;
    private final Clock clock;
    private final Map<String, Duration> times = new LinkedHashMap<>();
    private Instant before;

    /**
     * @param clock tells how long each step takes
     */
    public RecallOpening(LedgerTransaction tx, Profiles profiles, Clock clock) {
        this.tx = tx;
        this.handle = tx.handle();
        this.profiles = profiles;
        this.clock = clock;
        this.before = clock.instant();
    }

    /**
     * What is opened.
     *
     * @param scope what is recalled
     * @param reason why
     * @param contact whom partners are to answer, {@code ""} for nobody in particular
     * @param by who opens it
     * @param drill whether it is only a drill
     */
    public record Wanted(Scope scope, String reason, String contact, String by, boolean drill) {}

    /**
     * What came of it.
     *
     * @param id the recall's number
     * @param isNew false when it was open already, and nothing was done
     * @param times how long each step took, in order
     */
    public record Opened(long id, boolean isNew, Map<String, Duration> times) {}

    /** Opens a recall; empty when no lot is of its scope. */
    public Optional<Opened> open(Wanted wanted) {
        Recalls recalls = new Recalls(tx);
        Optional<Long> open = recalls.open(wanted.scope(), wanted.drill());
        if (open.isPresent()) {
            return Optional.of(new Opened(open.get(), false, Map.of()));
        }
        AffectedGoods goods = new AffectedGoods(tx, new Partners(profiles.good()));
        Set<Long> lots = goods.lots(wanted.scope());
        if (lots.isEmpty()) {
            return Optional.empty();
        }
        done("find the lots");
        Affected affected = goods.reachedFrom(lots);
        done("follow them");
        String text = RecallJson.text(affected);
        String sha256 = Sha256.hex(text);
        Optional<Long> id = insert(wanted, text, sha256);
        if (id.isEmpty()) {
            // Somebody opened it since it was looked for.
            return recalls.open(wanted.scope(), wanted.drill()).map(other -> new Opened(other, false, Map.of()));
        }
        recalls.event(id.get(), null, Recall.Deed.OPENED, wanted.by(), wanted.reason());
        if (!wanted.drill()) {
            hold(recalls, id.get(), wanted, affected);
            done("hold them");
        }
        tell(id.get(), wanted, affected, sha256);
        done("make notices due");
        return Optional.of(new Opened(id.get(), true, times));
    }

    private void done(String step) {
        Instant now = clock.instant();
        times.put(step, Duration.between(before, now));
        before = now;
    }

    private Optional<Long> insert(Wanted wanted, String affected, String sha256) {
        return handle.createQuery("""
                        insert into recall (scope, reason, contact, drill, opened_by, opened_at, affected, affected_sha256)
                        values (:scope, :reason, :contact, :drill, :by, :now, :affected, :sha256)
                        on conflict (md5(scope), drill) where closed_at is null do nothing returning id
                        """)
                .bind("scope", wanted.scope().key())
                .bind("reason", wanted.reason())
                .bind("contact", wanted.contact())
                .bind("drill", wanted.drill())
                .bind("by", wanted.by())
                .bind("now", tx.now())
                .bind("affected", affected)
                .bind("sha256", sha256)
                .mapTo(Long.class)
                .findOne();
    }

    /** What surely is in it is recalled; what may be is held until somebody knows more. */
    private void hold(Recalls recalls, long id, Wanted wanted, Affected affected) {
        LotStatuses statuses = new LotStatuses(tx);
        Map<Boolean, List<Long>> lots = affected.lots().stream()
                .collect(Collectors.partitioningBy(
                        Affected.Lot::sure, Collectors.mapping(Affected.Lot::number, Collectors.toList())));
        lots.forEach((sure, some) -> {
            if (!some.isEmpty()) {
                LotStatus.Kind kind = sure ? LotStatus.Kind.RECALLED : LotStatus.Kind.HELD;
                Set<Long> begun = statuses.beginAll(some, kind, wanted.by(), wanted.reason(), "recall " + id);
                recalls.event(
                        id,
                        null,
                        Recall.Deed.HELD,
                        wanted.by(),
                        begun.size() + " lots " + kind.word()
                                + (begun.size() == some.size()
                                        ? ""
                                        : ", " + (some.size() - begun.size()) + " were before"));
            }
        });
    }

    private void tell(long id, Wanted wanted, Affected affected, String sha256) {
        List<Planned> plan = NoticePlan.of(tx, affected, profiles);
        if (plan.isEmpty()) {
            return;
        }
        Map<String, Long> notices =
                insert(id, wanted, new RecalledGoods(id, why(wanted), tx.now(), affected, sha256), plan);
        List<Planned> sent =
                plan.stream().filter(each -> each.sends(wanted.drill())).toList();
        List<NewDelivery> due = new ArrayList<>();
        Map<String, Long> byKey = new LinkedHashMap<>();
        for (Planned each : sent) {
            RecallNotices way = each.way().orElseThrow();
            String key = QueuedNotices.of(id, each.partner(), 0);
            due.add(NewDelivery.ofNotice(
                    key,
                    each.partner(),
                    RecallNotices.NAME,
                    way.as().word(),
                    way.over().word()));
            byKey.put(key, notices.get(each.addressee()));
        }
        QueuedNotices.queue(tx, due, byKey, 0, Recall.Deed.QUEUED, wanted.by());
    }

    private Map<String, Long> insert(long id, Wanted wanted, RecalledGoods goods, List<Planned> plan) {
        Map<String, Long> notices = new HashMap<>();
        handle.createQuery("""
                        insert into recall_notice (recall_id, addressee, name, partner, telephone, sure, goods, sends, format,
                            wire, remind_after, remind_at, answer_by)
                        select :id, addressee, name, partner, telephone, sure, goods, sends, format, wire, remind_after,
                            cast(:now as timestamptz) + remind_after * interval '1 second',
                            cast(:now as timestamptz) + answer_within * interval '1 second'
                        from unnest(:addressees, :names, :partners, :telephones, :sure, :goods, :sends, :formats, :wires,
                                :remindAfter, :answerWithin) with ordinality
                            as row (addressee, name, partner, telephone, sure, goods, sends, format, wire, remind_after,
                                answer_within, position)
                        order by position
                        returning id, addressee
                        """)
                .bind("id", id)
                .bind("now", tx.now())
                .bindArray("addressees", String.class, column(plan, Planned::addressee))
                .bindArray("names", String.class, column(plan, Planned::name))
                .bindArray("partners", String.class, column(plan, Planned::partner))
                .bindArray("telephones", String.class, column(plan, Planned::telephone))
                .bindArray("sure", Boolean.class, column(plan, Planned::sure))
                .bindArray("goods", String.class, column(plan, each -> lines(goods.of(each.parties()))))
                .bindArray("sends", Boolean.class, column(plan, each -> each.sends(wanted.drill())))
                .bindArray("formats", String.class, column(plan, each -> each.way()
                        .map(way -> way.as().word())
                        .orElse("")))
                .bindArray("wires", String.class, column(plan, each -> each.way()
                        .map(way -> way.over().word())
                        .orElse("")))
                .bindArray("remindAfter", Long.class, column(plan, each -> each.way()
                        .filter(way -> each.sends(wanted.drill()))
                        .map(way -> way.remindAfter().toSeconds())
                        .orElse(null)))
                .bindArray("answerWithin", Long.class, column(plan, each -> answerWithin(each, wanted.drill())))
                .map((row, context) -> Map.entry(row.getString("addressee"), row.getLong("id")))
                .forEach(each -> notices.put(each.getKey(), each.getValue()));
        return notices;
    }

    private static String why(Wanted wanted) {
        return (wanted.drill() ? "Drill, no goods are recalled: " : "") + wanted.reason();
    }

    /** In seconds; null where no answer is awaited, as in drills of those who are not told. */
    private static Long answerWithin(Planned planned, boolean drill) {
        if (planned.sends(drill)) {
            return planned.way().orElseThrow().answerWithin().toSeconds();
        }
        return drill ? null : Long.valueOf(ANSWER_WITHIN.toSeconds());
    }

    private static String lines(List<LotEvent> events) {
        return events.stream().map(LotEventJson::line).collect(Collectors.joining("\n"));
    }

    private static Object[] column(List<Planned> plan, Function<Planned, Object> value) {
        return plan.stream().map(value).toArray();
    }
}
