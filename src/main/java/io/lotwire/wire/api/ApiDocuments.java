package io.lotwire.wire.api;

import io.lotwire.ledger.Cause;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Receipt;
import io.lotwire.ledger.SetRow;
import io.lotwire.ledger.SetState;
import io.lotwire.ledger.StoredProblem;
import io.lotwire.lot.json.LeanJson;
import io.lotwire.problem.Place;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what became of documents, in JSON. */
@Singleton
final class ApiDocuments {
    /** The address of all of them. */
    static final String PATH = "/api/v1/documents";

    private final Ledger ledger;

    ApiDocuments(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The answer to a document that is kept. */
    static ApiAnswer kept(Receipt receipt) {
        StringBuilder body = new StringBuilder();
        LeanJson json = LeanJson.compact(body);
        json.beginItem();
        json.number("document", receipt.id());
        json.flag("duplicate", !(receipt instanceof Receipt.New));
        json.end();
        return ApiAnswer.accepted(body.toString(), PATH + "/" + receipt.id());
    }

    /** What became of a document of a partner, whichever wire it came over. */
    ApiAnswer of(String partner, long id) {
        return ledger.inTransaction(tx -> tx.inbox()
                .find(id)
                .filter(row -> row.partner().equals(partner))
                .map(row -> ApiAnswer.ok(account(tx, row)))
                .orElseGet(ApiAnswer::notFound));
    }

    private static String account(LedgerTransaction tx, InboxRow row) {
        List<SetRow> sets = tx.sets().of(row.id());
        Optional<SetRow> parked =
                sets.stream().filter(set -> set.state() == SetState.PARKED).findFirst();
        List<StoredProblem> problems = new ArrayList<>(tx.inbox().problems(row.id()));
        sets.forEach(set -> problems.addAll(set.problems()));
        StringBuilder body = new StringBuilder();
        LeanJson json = LeanJson.compact(body);
        json.beginItem();
        json.number("document", row.id());
        json.word("state", parked.isPresent() ? InboxState.PARKED : row.state());
        json.text("reason", reason(row, parked));
        json.text("receivedAt", row.receivedAt().toString());
        json.text("fileName", row.fileName());
        json.text("sha256", row.content().sha256());
        json.number("size", row.content().size());
        json.number("events", tx.events().countIn(row.id()));
        if (!problems.isEmpty()) {
            json.beginList("problems");
            problems.forEach(problem -> write(problem, json));
            json.endList();
        }
        json.end();
        return body.toString();
    }

    private static String reason(InboxRow row, Optional<SetRow> parked) {
        return parked.flatMap(set -> set.progress().cause())
                .or(row::cause)
                .map(Cause::sentence)
                .orElse("");
    }

    private static void write(StoredProblem problem, LeanJson json) {
        json.beginItem();
        json.text("severity", problem.severity());
        json.text("code", problem.code());
        json.text("place", problem.place());
        json.text("message", problem.message());
        json.word("stage", problem.stage());
        Place at = problem.at();
        number("segment", at.segment(), json);
        number("element", at.element(), json);
        number("component", at.component(), json);
        number("repetition", at.repetition(), json);
        if (at.offset() >= 0) {
            json.number("offset", at.offset());
        }
        json.end();
    }

    /** What is not known is left out. */
    private static void number(String name, int value, LeanJson json) {
        if (value > 0) {
            json.number(name, value);
        }
    }
}
