package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.mapping.Mapping.Beside;
import io.lotwire.mapping.goods.Statement;

/** Tells where the quantity of a statement, and the code of what happened to it, were taken. */
final class QuantityTrail {
    private final Plan plan;
    private final LoopLevels levels;
    private final QuantityReader quantities;
    private final Trail trail;

    QuantityTrail(Plan plan, LoopLevels levels, QuantityReader quantities, Trail trail) {
        this.plan = plan;
        this.levels = levels;
        this.quantities = quantities;
        this.trail = trail;
    }

    /** A statement was told. */
    void told(Scope goods, Told told) {
        if (told.part() == null) {
            tookHappened(goods, told);
            tookWhole(goods, told);
            tookOwn(told.statement());
        } else {
            tookPart(goods, told.part());
        }
    }

    private void tookPart(Scope goods, Part part) {
        trail.took("quantity.value", plan.path(part.path()), part.at());
        Value code = BesideReader.read(part.place().code(), part.at(), goods.loop());
        if (code != null) {
            trail.took("reason.code", part.place().code().asPath(code.segment().id()), code);
        }
    }

    private void tookHappened(Scope goods, Told told) {
        Value code = goods.nearestValue(plan.happened());
        boolean usual = told.state().reason() == null && told.state().condition() == null;
        if (code != null && !usual) {
            trail.took("reason.code", plan.path(plan.happened()), code);
        }
    }

    private void tookWhole(Scope goods, Told told) {
        Scope stating = levels.stating(goods);
        if (told.quantity() == null || stating == null) {
            return;
        }
        if (told.statement().quantityOf() == null) {
            quantities.took(stating);
        } else if (told.statement().quantityOf().quantityUnit().isEmpty()) {
            quantities.tookUnit(stating);
        }
    }

    /** The quantity of a lot or unit alone. */
    private void tookOwn(Statement<LotFinding, UnitFinding> statement) {
        if (statement.quantityOf() == null || statement.quantity() == null) {
            return;
        }
        LotFinding lot = statement.lot();
        UnitFinding unit = statement.unit();
        boolean ofLot = statement.quantityOf() == lot;
        Value at = ofLot ? lot.quantityAt() : unit.quantityAt();
        if (ofLot) {
            trail.used(
                    BesideReader.read(lot.place().unit(), lot.at(), lot.line().loop()));
        }
        int path = ofLot ? lot.path() : unit.path();
        Beside beside = ofLot ? lot.place().quantity() : plan.unit(path).quantity();
        trail.took(
                "quantity.value",
                beside == null ? plan.path(path) : beside.asPath(at.segment().id()),
                at);
    }
}
