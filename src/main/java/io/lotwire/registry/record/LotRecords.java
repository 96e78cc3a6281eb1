package io.lotwire.registry.record;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.registry.doubt.Expiry;
import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.master.Listed;
import io.lotwire.registry.master.LotStatuses;
import io.lotwire.registry.master.Products;
import io.lotwire.registry.master.RecordKind;
import io.lotwire.registry.master.RecordRows;
import io.lotwire.registry.master.RegistryChange;
import io.lotwire.registry.master.RegistryChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lots that the registry knows by a code, inside one transaction. */
public final class LotRecords {
    private final LedgerTransaction transaction;
    private final LotRules rules;

    /** @param rules what the owner of the gateway asks of lots */
    public LotRecords(LedgerTransaction transaction, LotRules rules) {
        this.transaction = transaction;
        this.rules = rules;
    }

    /**
     * The lots of a code, without what is known beside their facts: to find one.
     *
     * @param gtin their product; empty for any
     */
    public List<KnownRecord> find(String code, Optional<Gtin> gtin) {
        return transaction
                .handle()
                .createQuery(
                        RecordRows.select(RecordKind.LOT) + " where t.code = :code order by t.gtin nulls last, t.id")
                .bind("code", code)
                .map((row, context) -> RecordRows.read(RecordKind.LOT, row))
                .stream()
                .filter(lot -> gtin.isEmpty() || gtin.map(Gtin::digits).equals(lot.fact("gtin")))
                .toList();
    }

    /** All that is known of a lot that was found. */
    public LotRecord of(KnownRecord lot) {
        List<RegistryChange> changes = new RegistryChanges(transaction).of(RecordKind.LOT, lot.id());
        Item item = new Item(
                lot.fact("gtin").map(Gtin::new).orElse(null),
                Listed.ofJson(lot.fact("item_ids").orElse("[]")).stream()
                        .map(LotRecords::number)
                        .toList(),
                "");
        return new LotRecord(
                lot,
                Expiry.of(facts(lot), Products.of(transaction, List.of(item)).of(item)),
                parts(lot),
                new Statements(transaction).of(lot, changes),
                new LotStatuses(transaction).of(lot.id()),
                changes);
    }

    private static ItemId number(String number) {
        int colon = number.indexOf(':');
        return new ItemId(number.substring(0, colon), number.substring(colon + 1));
    }

    private static Lot facts(KnownRecord lot) {
        return new Lot(
                lot.fact("lot").orElse(""),
                LotKind.LOT,
                lot.fact("expires").orElse(""),
                lot.fact("best_before").orElse(""),
                lot.fact("manufactured").orElse(""),
                lot.fact("packed").orElse(""),
                lot.fact("harvested").orElse(""),
                null);
    }

    private Map<String, String> parts(KnownRecord lot) {
        return lot.fact("lot_source_gln")
                .or(() -> lot.fact("origin_gln"))
                .flatMap(rules::pattern)
                .flatMap(pattern -> pattern.decode(lot.fact("lot").orElse("")))
                .orElse(Map.of());
    }
}
