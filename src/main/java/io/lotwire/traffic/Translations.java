package io.lotwire.traffic;

import io.lotwire.ledger.Definition;
import io.lotwire.ledger.LedgerTransaction;
import java.util.Optional;

/** By what documents were translated, inside one transaction. */
public final class Translations {
    private final LedgerTransaction transaction;

    public Translations(LedgerTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * The edition of the mapping that read a document; empty where none did.
     *
     * @param file its file's number in the inbox
     * @param ordinal its place there, from 1
     */
    public Optional<Definition> of(long file, int ordinal) {
        return transaction
                .handle()
                .createQuery("select mapping_name, mapping_version from transaction_set"
                        + " where inbox_id = :file and ordinal = :ordinal and mapping_name <> ''")
                .bind("file", file)
                .bind("ordinal", ordinal)
                .map((row, context) -> transaction
                        .definitions()
                        .find(Definition.Kind.MAPPING, row.getString("mapping_name"), row.getString("mapping_version")))
                .findOne()
                .flatMap(edition -> edition);
    }
}
