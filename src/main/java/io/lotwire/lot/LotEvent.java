package io.lotwire.lot;

import io.lotwire.unit.UnitList;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement of one document: this item, this lot, this quantity, in this logistic unit. {@code
 * mappings/lot-event.schema.json} is its outward form.
 *
 * @param eventId SHA-256 of the document's identity and the statement's content, see {@link EventIdentity}
 * @param type what happened
 * @param purpose what the document means to do with what was said before
 * @param time when, null when the document does not say
 * @param item the product
 * @param lot the lot, null when the document states none (then {@link IssueCode#LOT_MISSING} is among the issues)
 * @param quantity how much, null when the document does not say
 * @param condition in what condition the goods are, null when the document does not say
 * @param reason why it happened, null when the document does not say
 * @param unit the pallet or carton, null when the document names none
 * @param transformation the run of production that they went into or came out of, null when the document names none
 * @param transfer what is stated of their change of owner, null where the document makes no statement of that kind; no part of the id
 * @param shipFrom where the goods come from, null when not stated
 * @param shipTo where the goods go to, null when not stated
 * @param references the business documents it refers to
 * @param source the bytes it came from
 * @param issues what is doubtful about it
 */
public record LotEvent(
        String eventId,
        EventType type,
        Purpose purpose,
        EventTime time,
        Item item,
        Lot lot,
        Quantity quantity,
        Condition condition,
        Reason reason,
        LogisticUnit unit,
        Transformation transformation,
        Transfer transfer,
        Party shipFrom,
        Party shipTo,
        List<Reference> references,
        Source source,
        List<Issue> issues) {
    /** A statement that says nothing of a change of owner. */
    public LotEvent(
            String eventId,
            EventType type,
            Purpose purpose,
            EventTime time,
            Item item,
            Lot lot,
            Quantity quantity,
            Condition condition,
            Reason reason,
            LogisticUnit unit,
            Transformation transformation,
            Party shipFrom,
            Party shipTo,
            List<Reference> references,
            Source source,
            List<Issue> issues) {
        this(
                eventId,
                type,
                purpose,
                time,
                item,
                lot,
                quantity,
                condition,
                reason,
                unit,
                transformation,
                null,
                shipFrom,
                shipTo,
                references,
                source,
                issues);
    }

    /** A statement without condition, reason, transformation and change of owner. */
    public LotEvent(
            String eventId,
            EventType type,
            Purpose purpose,
            EventTime time,
            Item item,
            Lot lot,
            Quantity quantity,
            LogisticUnit unit,
            Party shipFrom,
            Party shipTo,
            List<Reference> references,
            Source source,
            List<Issue> issues) {
        this(
                eventId,
                type,
                purpose,
                time,
                item,
                lot,
                quantity,
                null,
                null,
                unit,
                null,
                shipFrom,
                shipTo,
                references,
                source,
                issues);
    }

    public LotEvent {
        references = List.copyOf(references);
        issues = List.copyOf(issues);
    }

    /** The number of the first reference of this type, {@code ""} when there is none. */
    public String reference(String type) {
        for (Reference reference : references) {
            if (reference.type().equals(type)) {
                return reference.value();
            }
        }
        return "";
    }

    /** The order that it belongs to: the purchase order's number, else that of the depositor's order; {@code ""} for none. */
    public String order() {
        String purchase = reference("purchase-order");
        return purchase.isEmpty() ? reference("depositor-order") : purchase;
    }

    /** The list that the unit of its quantity is of. */
    public UnitList unitList() {
        String unit = quantity == null ? "" : quantity.unit();
        return quantity != null && quantity.list() != null
                ? quantity.list()
                : UnitList.of(source == null ? "" : source.document(), unit);
    }

    /** The same statement with an id. */
    public LotEvent withEventId(String id) {
        return new LotEvent(
                id,
                type,
                purpose,
                time,
                item,
                lot,
                quantity,
                condition,
                reason,
                unit,
                transformation,
                transfer,
                shipFrom,
                shipTo,
                references,
                source,
                issues);
    }

    /** The same statement, read from elsewhere. */
    public LotEvent withSource(Source other) {
        return new LotEvent(
                eventId,
                type,
                purpose,
                time,
                item,
                lot,
                quantity,
                condition,
                reason,
                unit,
                transformation,
                transfer,
                shipFrom,
                shipTo,
                references,
                other,
                issues);
    }

    /** The same statement in the words of another: its item, quantity and parties, and more doubts. The lot stays. */
    public LotEvent inOtherWords(Item itsItem, Quantity itsQuantity, Party from, Party to, List<Issue> moreIssues) {
        List<Issue> all = new ArrayList<>(issues);
        all.addAll(moreIssues);
        return new LotEvent(
                eventId,
                type,
                purpose,
                time,
                itsItem,
                lot,
                itsQuantity,
                condition,
                reason,
                unit,
                transformation,
                transfer,
                from,
                to,
                references,
                source,
                all);
    }

    /** The same statement with what a registry knows: item and lot completed, and more doubts. */
    public LotEvent enriched(Item completeItem, Lot completeLot, List<Issue> moreIssues) {
        List<Issue> all = new ArrayList<>(issues);
        all.addAll(moreIssues);
        return new LotEvent(
                eventId,
                type,
                purpose,
                time,
                completeItem,
                completeLot,
                quantity,
                condition,
                reason,
                unit,
                transformation,
                transfer,
                shipFrom,
                shipTo,
                references,
                source,
                all);
    }
}
