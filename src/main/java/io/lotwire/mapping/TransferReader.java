package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.PathFindings;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Party;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.TransactionStatement;
import io.lotwire.lot.Transfer;
import io.lotwire.mapping.Mapping.Beside;
import io.lotwire.mapping.Mapping.StatementPlace;
import io.lotwire.mapping.Plan.Range;
import io.lotwire.mapping.Plan.TransferPlan;
import io.lotwire.mapping.goods.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is stated of a change of owner, for goods that a statement is made of. Statements of all levels around hold; of two about the
 * same the inner one does.
 */
final class TransferReader {
    private final Plan plan;
    private final PartyReader parties;
    private final Trail trail;

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    TransferReader(Plan plan, PartyReader parties, Trail trail) {
        this.plan = plan;
        this.parties = parties;
        this.trail = trail;
    }

    /** It, with its doubts; nothing where no statement is made of the goods. */
    Read<Transfer> read(Scope goods) {
        if (plan.transfer() == null || goods.nearest(Plan.STATEMENT) == null) {
            return Read.nothing();
        }
        TransferPlan places = plan.transfer();
        Read<Party> from = parties.seller(goods);
        Read<Party> to = parties.buyer(goods);
        List<Issue> issues = new ArrayList<>(from.issues());
        issues.addAll(to.issues());
        List<TransactionStatement> statements = new ArrayList<>();
        addStatements(goods, statements);
        Value date = first(goods, places.dates(), "transfer.date");
        Value strength = first(goods, places.strengthAndForm(), "transfer.strengthAndForm");
        return new Read<>(
                new Transfer(
                        date == null ? "" : day(date, issues),
                        from.value(),
                        to.value(),
                        strength == null ? "" : strength.text(),
                        containerSize(goods, places),
                        statements),
                issues);
    }

    /** The outer ones first. */
    private void addStatements(Scope scope, List<TransactionStatement> statements) {
        if (scope.around() != null) {
            addStatements(scope.around(), statements);
        }
        PathFindings found = scope.found();
        for (int i = 0; i < found.count(); i++) {
            if (plan.transfer().statements().has(found.path(i))) {
                TransactionStatement statement = statement(found.path(i), found.value(i), scope.loop());
                statements.removeIf(statement::isAbout);
                statements.add(statement);
            }
        }
    }

    private TransactionStatement statement(int number, Value answer, Loop loop) {
        StatementPlace place = plan.statement(number);
        took("transfer.statements", number, answer);
        String code = "";
        for (Beside each : place.code()) {
            code = code.isEmpty() ? text(each, answer, loop) : code;
        }
        List<String> texts = new ArrayList<>();
        for (Beside each : place.texts()) {
            String text = text(each, answer, loop);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return new TransactionStatement(
                code,
                text(place.list(), answer, loop),
                text(place.words(), answer, loop),
                place.answers().get(answer.text()),
                texts);
    }

    private String text(Beside place, Value answer, Loop loop) {
        Value found = BesideReader.read(place, answer, loop);
        if (trail != null) {
            trail.used(found);
        }
        return found == null ? "" : found.text();
    }

    private Quantity containerSize(Scope goods, TransferPlan places) {
        Value size = goods.nearestValue(places.size());
        if (size == null || Numbers.decimal(size).isEmpty()) {
            return null;
        }
        took("transfer.containerSize.value", places.size(), size);
        Value unit = goods.nearestValue(places.sizeUnit());
        if (unit != null) {
            took("transfer.containerSize.unit", places.sizeUnit(), unit);
        }
        return new Quantity(Numbers.decimal(size).get(), unit == null ? "" : unit.text(), null);
    }

    private Value first(Scope goods, Range places, String field) {
        for (int place = places.from(); place < places.to(); place++) {
            Value value = goods.nearestValue(place);
            if (value != null) {
                took(field, place, value);
                return value;
            }
        }
        return null;
    }

    private void took(String field, int place, Value value) {
        if (trail != null) {
            trail.took(field, plan.path(place), value);
        }
    }

    private static String day(Value date, List<Issue> issues) {
        Days days = Dates.days(date);
        if (days != null && days.span() == Days.Span.DAY) {
            return days.first().toString();
        }
        issues.add(DateDoubt.noDay("date of the transaction", date, days));
        return "";
    }
}
