package io.lotwire.gateway.question;

import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.question.AskedParameters;
import io.lotwire.question.ExpiringQuestion;
import io.lotwire.question.ReconcileAnswer;
import io.lotwire.question.ReconcileQuestion;
import io.lotwire.question.SignalsQuestion;
import io.lotwire.question.TraceAnswers;
import io.lotwire.question.TraceQuestion;
import io.lotwire.question.TraceStart;
import io.lotwire.registry.TraceDirection;
import io.lotwire.registry.balance.BalanceJson;
import io.lotwire.registry.balance.PickOrder;
import io.lotwire.registry.balance.PlaceAsked;
import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.reading.TripJson;
import io.lotwire.registry.reading.TripReport;
import io.lotwire.registry.reading.TripReports;
import io.lotwire.registry.record.LotRecord;
import io.lotwire.registry.record.LotRecordJson;
import io.lotwire.registry.record.LotRecords;
import io.lotwire.registry.signal.SignalsJson;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.wire.api.ApiQuestions.Reply;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What is asked of the registry: where lots are and went, and what is known of them. */
@Singleton
final class RegistryQuestions {
    private static final int MOST_DAYS = 3650;
    private static final int MOST_LOTS = 10_000;

    private static final Map<String, TraceDirection> DIRECTIONS =
            Map.of("forward", TraceDirection.FORWARD, "backward", TraceDirection.BACKWARD, "both", TraceDirection.BOTH);
    private static final Map<String, PickOrder.Rule> RULES =
            Map.of("fefo", PickOrder.Rule.FEFO, "fifo", PickOrder.Rule.FIFO);

    private final Ledger ledger;
    private final ProfilesInForce rules;
    private final Clock clock;

    RegistryQuestions(Ledger ledger, ProfilesInForce rules, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /** Each by its address. */
    Map<String, Question> all() {
        return Map.of(
                "registry/trace",
                new Question(
                        Set.of("lot", "sscc", "document", "interchange", "message", "gtin", "from", "to", "direction"),
                        this::trace),
                "registry/lot",
                new Question(Set.of("lot", "gtin"), this::lot),
                "registry/expiring",
                new Question(Set.of("within", "at", "gtin"), this::expiring),
                "registry/pick",
                new Question(Set.of("gtin", "at", "quantity", "rule"), this::pick),
                "registry/reconcile",
                new Question(Set.of("lot", "gtin", "at", "since"), this::reconcile),
                "registry/signals",
                new Question(Set.of("days", "lateAfter", "most"), this::signals),
                "registry/readings",
                new Question(Set.of("sscc", "lot", "gtin", "logger"), this::readings));
    }

    private Reply trace(AskedParameters asked) {
        Optional<Gtin> gtin = asked.gtin("gtin");
        TraceDirection direction = asked.word("direction", DIRECTIONS, TraceDirection.BOTH);
        List<TraceStart> starts = new ArrayList<>();
        asked.text("lot").ifPresent(lot -> starts.add(new TraceStart.Lot(lot)));
        asked.sscc("sscc").ifPresent(sscc -> starts.add(new TraceStart.Unit(sscc)));
        asked.text("document").ifPresent(number -> starts.add(new TraceStart.Document(number)));
        asked.text("interchange").ifPresent(number -> starts.add(new TraceStart.Interchange(number)));
        asked.text("message").ifPresent(id -> starts.add(new TraceStart.Message(id)));
        Optional<LocalDate> from = asked.day("from");
        Optional<LocalDate> to = asked.day("to");
        from.ifPresent(first -> {
            LocalDate last = to.orElse(first);
            starts.add(new TraceStart.Days(first, last));
            if (gtin.isEmpty() || last.isBefore(first)) {
                asked.wrong("'from' wants a product in 'gtin', and a 'to' that is not before it.");
            }
        });
        if (to.isPresent() && !asked.has("from")) {
            asked.wrong("'to' wants a 'from'.");
        }
        if (starts.size() != 1) {
            asked.wrong(
                    "Say from what is traced, one of lot, sscc, document, interchange, message, and gtin with from.");
        }
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        TraceAnswers answers = new TraceQuestion(starts.get(0), gtin, direction).ask(ledger);
        return answers.isKnown()
                ? new Reply.Found(answers.json().toString())
                : new Reply.Nothing("No document names a lot that was asked for.");
    }

    private Reply lot(AskedParameters asked) {
        Optional<String> lot = required("lot", asked);
        Optional<Gtin> gtin = asked.gtin("gtin");
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        LotRules ofLots = profiles().self().map(Profile::lots).orElse(LotRules.NONE);
        List<LotRecord> lots = ledger.inTransaction(tx -> {
            LotRecords records = new LotRecords(tx, ofLots);
            return records.find(lot.orElseThrow(), gtin).stream()
                    .map(records::of)
                    .toList();
        });
        return lots.isEmpty()
                ? new Reply.Nothing("No lot " + lot.orElseThrow() + " is known.")
                : new Reply.Found(LotRecordJson.of(lots));
    }

    private Reply expiring(AskedParameters asked) {
        OptionalInt within = asked.number("within", 0, ExpiringQuestion.MOST_DAYS);
        Optional<Gtin> gtin = asked.gtin("gtin");
        return ledger.inTransaction(tx -> {
            Optional<PlaceAsked> place = place(tx, asked);
            return asked.problems().isEmpty()
                    ? new Reply.Found(new ExpiringQuestion(within, place, gtin)
                            .ask(tx, profiles().minimums(), today())
                            .json()
                            .toString())
                    : new Reply.Wrong(asked.problems());
        });
    }

    private Reply pick(AskedParameters asked) {
        required("gtin", asked);
        required("at", asked);
        Optional<Gtin> gtin = asked.gtin("gtin");
        Optional<BigDecimal> quantity = asked.quantity("quantity");
        PickOrder.Rule rule = asked.word("rule", RULES, PickOrder.Rule.FEFO);
        return ledger.inTransaction(tx -> {
            Optional<PlaceAsked> place = place(tx, asked);
            return asked.problems().isEmpty()
                    ? new Reply.Found(BalanceJson.of(
                                    PickOrder.of(tx, gtin.orElseThrow(), place.orElseThrow(), rule, quantity, today()))
                            .toString())
                    : new Reply.Wrong(asked.problems());
        });
    }

    private Reply reconcile(AskedParameters asked) {
        Optional<String> lot = asked.text("lot");
        Optional<Gtin> gtin = asked.gtin("gtin");
        Optional<Instant> since = asked.moment("since");
        if (lot.isEmpty() && !asked.has("gtin") && !asked.has("since")) {
            asked.wrong("Say of which lots: by lot, gtin, or since for all that were touched since.");
        }
        return ledger.inTransaction(tx -> {
            Optional<PlaceAsked> place = place(tx, asked);
            return asked.problems().isEmpty()
                    ? answered(new ReconcileQuestion(lot, gtin, place, since).ask(tx))
                    : new Reply.Wrong(asked.problems());
        });
    }

    private static Reply answered(ReconcileAnswer answer) {
        if (answer instanceof ReconcileAnswer.Compared compared) {
            return new Reply.Found(compared.json().toString());
        }
        return answer instanceof ReconcileAnswer.NoLots
                ? new Reply.Nothing("No lot is known that was asked for: nothing is compared.")
                : new Reply.Wrong(List.of("More than " + ReconcileQuestion.MOST_LOTS
                        + " lots were asked for: ask for less by gtin, at or since."));
    }

    private Reply signals(AskedParameters asked) {
        SignalsQuestion question = new SignalsQuestion(
                asked.number("days", 1, MOST_DAYS).orElse(SignalsQuestion.USUAL_DAYS),
                asked.number("lateAfter", 0, MOST_DAYS).orElse(SignalsQuestion.USUALLY_LATE_AFTER),
                asked.number("most", 0, MOST_LOTS).orElse(SignalsQuestion.USUALLY_MOST));
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        SignalsQuestion.Answer answer = ledger.inTransaction(tx -> question.ask(tx, today()));
        return new Reply.Found(SignalsJson.of(answer.signals(), answer.atRisk()));
    }

    private Reply readings(AskedParameters asked) {
        Optional<Sscc> sscc = asked.sscc("sscc");
        Optional<String> lot = asked.text("lot");
        Optional<String> logger = asked.text("logger");
        Optional<Gtin> gtin = asked.gtin("gtin");
        if ((asked.has("sscc") ? 1 : 0) + (lot.isPresent() ? 1 : 0) + (logger.isPresent() ? 1 : 0) != 1) {
            asked.wrong("Say one of sscc, lot and logger.");
        }
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        return ledger.inTransaction(tx -> {
            TripReports reports = new TripReports(tx);
            if (lot.isEmpty()) {
                return measured(sscc.map(reports::ofUnit).orElseGet(() -> reports.ofLogger(logger.orElseThrow())));
            }
            List<KnownRecord> known = new LotRecords(tx, LotRules.NONE).find(lot.get(), gtin);
            if (known.size() > 1) {
                return new Reply.Wrong(List.of("Lot " + lot.get() + " is of several products: say which by gtin."));
            }
            return known.isEmpty()
                    ? new Reply.Nothing("No lot " + lot.get() + " is known.")
                    : measured(reports.ofLot(known.get(0).id()));
        });
    }

    private static Reply measured(List<TripReport> reports) {
        return reports.isEmpty()
                ? new Reply.Nothing("Nothing was measured there.")
                : new Reply.Found(TripJson.of(reports).toString());
    }

    private static Optional<String> required(String name, AskedParameters asked) {
        Optional<String> value = asked.text(name);
        if (value.isEmpty()) {
            asked.wrong("'" + name + "' is missing.");
        }
        return value;
    }

    /** The place in {@code at}; empty when none is asked for, or it is not clear which one is meant, which is told. */
    private static Optional<PlaceAsked> place(LedgerTransaction tx, AskedParameters asked) {
        return asked.text("at").flatMap(text -> {
            PlaceAsked place = PlaceAsked.of(tx, text);
            Optional<String> problem = place.problem(text);
            problem.ifPresent(asked::wrong);
            return problem.isEmpty() ? Optional.of(place) : Optional.empty();
        });
    }

    private Profiles profiles() {
        return rules.profiles();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
