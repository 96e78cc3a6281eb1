package io.lotwire.gateway.question;

import io.lotwire.ledger.Ledger;
import io.lotwire.lot.Gtin;
import io.lotwire.partner.Profiles;
import io.lotwire.question.AskedParameters;
import io.lotwire.recall.Affected;
import io.lotwire.recall.KnownSince;
import io.lotwire.recall.Recall;
import io.lotwire.recall.RecallPreview;
import io.lotwire.recall.RecallReport;
import io.lotwire.recall.Recalls;
import io.lotwire.recall.Scope;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.wire.api.ApiQuestions.Reply;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is asked of recalls: what one would reach, and how far those are that are kept. None is opened here. */
@Singleton
final class RecallQuestions {
    private static final String TIME = "a day such as 2026-03-04, or a time such as 2026-03-04T14:30";

    private final Ledger ledger;
    private final ProfilesInForce rules;

    RecallQuestions(Ledger ledger, ProfilesInForce rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    /** Each by its address. */
    Map<String, Question> all() {
        return Map.of(
                "registry/recall",
                new Question(Set.of("gtin", "supplier", "plant", "from", "to"), Set.of("lot"), this::preview),
                "registry/recalls",
                new Question(Set.of("all"), this::kept),
                "registry/recalls/NUMBER",
                new Question(Set.of("number", "affected"), this::one));
    }

    private Reply preview(AskedParameters asked) {
        List<String> lots = asked.texts("lot");
        Optional<Gtin> gtin = asked.gtin("gtin");
        Optional<String> supplier = asked.text("supplier");
        Optional<String> plant = asked.text("plant");
        Optional<String> from = asked.read("from", text -> Scope.time(text, false), TIME);
        Optional<String> to = asked.read("to", text -> Scope.time(text, true), TIME);
        if (!asked.has("lot") && !asked.has("plant")) {
            asked.wrong("Say what is recalled: by lot, or by plant with from and to.");
        }
        if (asked.has("plant") != asked.has("from") || asked.has("plant") != asked.has("to")) {
            asked.wrong("'plant', 'from' and 'to' go together: say all three.");
        }
        Scope scope = new Scope(
                lots,
                gtin.map(Gtin::digits).orElse(""),
                supplier.orElse("").strip(),
                plant.orElse("").strip(),
                from.orElse(""),
                to.orElse(""));
        if (from.isPresent() && to.isPresent() && scope.endsBeforeItBegins()) {
            asked.wrong("'to' is before 'from'.");
        }
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        RecallPreview preview = ledger.inTransaction(tx -> RecallPreview.of(tx, profiles(), scope));
        return preview.isFound()
                ? new Reply.Found(preview.json().toString())
                : new Reply.Nothing("No lot is found: " + scope.words() + ".");
    }

    private Reply kept(AskedParameters asked) {
        boolean all = asked.flag("all");
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        List<Recall> recalls = ledger.inTransaction(tx -> new Recalls(tx).list(all));
        return new Reply.Found(RecallReport.json(recalls).toString());
    }

    private Reply one(AskedParameters asked) {
        Optional<Long> number =
                asked.text("number").filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
        boolean affected = asked.flag("affected");
        if (!asked.problems().isEmpty()) {
            return new Reply.Wrong(asked.problems());
        }
        return ledger.inTransaction(tx -> {
            Recalls recalls = new Recalls(tx);
            Optional<Recall> recall = number.flatMap(recalls::find);
            if (recall.isEmpty()) {
                return new Reply.Nothing(
                        "There is no recall of this number: 'recalls?all=true' tells which there are.");
            }
            Affected then = recalls.affected(recall.get().id());
            List<String> since = KnownSince.of(tx, profiles(), recall.get(), then);
            return new Reply.Found(
                    RecallReport.json(recall.get(), since, affected ? Optional.of(then) : Optional.empty())
                            .toString());
        });
    }

    private Profiles profiles() {
        return rules.profiles();
    }
}
