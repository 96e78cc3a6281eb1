package io.lotwire.registry.importing;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds lots by code and GTIN, and where one of the two has no GTIN by code and a product number that they share, as documents
 * find them. All transactions take the locks of lots in the same order: those with a GTIN by code and GTIN, then the codes of
 * those without.
 */
final class LotFinding implements RecordFinding {
    /** As {@code LotsByNumber} has them, which learns of the same lots from documents. */
    private static final int LOCKS = 1024;

    private final Handle handle;
    private final Instant now;
    private final StagedRecords staged;
    private final boolean reassigns;

    LotFinding(Handle handle, Instant now, StagedRecords staged, Correction correction) {
        this.handle = handle;
        this.now = now;
        this.staged = staged;
        this.reassigns = correction.reassigns();
    }

    @Override
    public void find(LineProblems problems) {
        numbers();
        problems.tellAll(ImportFault.RECORD_REPEATED, repeatedInFile());
        if (!problems.none()) {
            return;
        }
        byGtin();
        identify();
        makeWithGtin();
        byGtin();
        keepNumbers("s.gtin is not null");
        lockCodes();
        problems.tellAll(ImportFault.RECORD_AMBIGUOUS, handle.createQuery("""
                        select line, 'Lot ' || lot || ' without a GTIN may be one of ' || count(*)
                            || ' lots of this code that share its product number: name the GTIN.'
                        from staged_lot_found group by line, lot having count(*) > 1 order by line
                        """));
        handle.execute("update staged_lot s set id = f.id from staged_lot_found f where f.line = s.line");
        makeWithoutGtin();
        problems.tellAll(ImportFault.RECORD_REPEATED, handle.createQuery("""
                        select line, 'Lot ' || lot || ' is the same as that of line ' || first_line || ': keep one of them.'
                        from (select line, lot, min(line) over (partition by id) as first_line from staged_lot) s
                        where line > first_line order by line
                        """));
        lockKnown();
    }

    @Override
    public void keepMore(Correcting correcting, LineProblems problems) {
        if (!reassigns) {
            problems.tellAll(ImportFault.SOURCE_REASSIGNED, handle.createQuery("""
                            select s.line, 'The code of lot ' || s.lot || ' was assigned by '
                                || concat_ws(', ', t.source_gln, t.source_name, t.source_reference) || ', the file says '
                                || concat_ws(', ', s.lot_source_gln, s.lot_source_name, s.lot_source_reference)
                                || ': a source never changes. Is what is known wrong, say --correct.'
                            from staged_lot s join lot t on t.id = s.id
                            where not s.fresh and (t.source_gln <> s.lot_source_gln
                                or t.source_reference <> s.lot_source_reference)
                            order by s.line
                            """));
        }
        correcting.change("""
                select distinct s.id, 'item_ids', cast(null as text), n.scheme || ':' || n.value
                from staged_lot s join staged_lot_number n on n.line = s.line
                where not s.fresh and not exists (select 1 from lot_item i
                    where i.lot_id = s.id and i.scheme = n.scheme and i.value = n.value)
                """);
        handle.execute("insert into lot_item (lot_id, scheme, value) select distinct s.id, n.scheme, n.value"
                + " from staged_lot s join staged_lot_number n on n.line = s.line where not s.fresh"
                + " order by 1, 2, 3 on conflict do nothing");
    }

    /** The product numbers of the file's lots, a row each. */
    private void numbers() {
        handle.execute("""
                create temp table staged_lot_number on commit drop as
                    select line, lot, split_part(number, ':', 1) as scheme, substr(number, position(':' in number) + 1) as value
                    from staged_lot, jsonb_array_elements_text(cast(item_ids as jsonb)) number
                """);
        handle.execute("analyze staged_lot_number");
    }

    private Query repeatedInFile() {
        return handle.createQuery("""
                select line, 'Lot ' || lot || ' of this product stands in line ' || first_line || ' already: keep one of them.'
                from (
                    select line, lot, min(line) over (partition by lot, gtin) as first_line
                    from staged_lot where gtin is not null
                    union
                    select n.line, n.lot, min(n.line) over (partition by n.lot, n.value)
                    from staged_lot_number n join staged_lot s on s.line = n.line where s.gtin is null) s
                where line > first_line order by line
                """);
    }

    private void byGtin() {
        handle.execute("""
                update staged_lot s set id = l.id from lot l where s.id is null and l.code = s.lot and l.gtin = s.gtin
                """);
    }

    /** A lot that so far had no GTIN gets it from a row that shares a product number with it. */
    private void identify() {
        handle.execute("""
                update staged_lot s set id = f.id from (
                    select distinct on (id) line, id from (
                        select n.line, min(l.id) as id
                        from staged_lot s join staged_lot_number n on n.line = s.line
                            join lot l on l.code = s.lot and l.gtin is null
                            join lot_item i on i.lot_id = l.id and i.value = n.value
                        where s.id is null and s.gtin is not null group by n.line) candidate
                    order by id, line) f
                where f.line = s.line
                """);
    }

    private void makeWithGtin() {
        NewRecords made = new NewRecords(staged);
        handle.createUpdate("with made as (insert into " + made.into() + " select " + made.values()
                        + " from staged_lot s where s.id is null and s.gtin is not null order by s.lot collate \"C\", s.gtin"
                        + " on conflict (code, gtin) do nothing returning id, code, gtin)"
                        + " update staged_lot s set id = made.id, fresh = true from made"
                        + " where s.lot = made.code and s.gtin = made.gtin and s.id is null")
                .bind("now", now)
                .execute();
    }

    private void keepNumbers(String where) {
        handle.execute("insert into lot_item (lot_id, scheme, value) select distinct s.id, n.scheme, n.value"
                + " from staged_lot s join staged_lot_number n on n.line = s.line where s.fresh and " + where
                + " order by 1, 2, 3 on conflict do nothing");
    }

    /** No unique key tells lots without a GTIN apart, so two that make lots of one code go one after the other. */
    private void lockCodes() {
        handle.createQuery("""
                        select pg_advisory_xact_lock(hashtext('lot'), lock) from (
                            select distinct hashtext(lot) & :mask as lock from staged_lot where gtin is null order by lock) ordered
                        """).bind("mask", LOCKS - 1).mapTo(String.class).list();
        handle.execute("""
                create temp table staged_lot_found on commit drop as
                    select distinct n.line, n.lot, l.id
                    from staged_lot s join staged_lot_number n on n.line = s.line join lot l on l.code = s.lot
                        join lot_item i on i.lot_id = l.id and i.value = n.value
                    where s.gtin is null
                """);
    }

    private void makeWithoutGtin() {
        NewRecords made = new NewRecords(staged);
        handle.execute("update staged_lot set id = nextval(pg_get_serial_sequence('lot', 'id')), fresh = true"
                + " where id is null and gtin is null");
        handle.createUpdate("insert into " + made.intoNumbered() + " select s.id, " + made.values()
                        + " from staged_lot s where s.fresh and s.gtin is null order by s.id")
                .bind("now", now)
                .execute();
        keepNumbers("s.gtin is null");
    }

    private void lockKnown() {
        handle.createQuery("""
                        select count(*) from (select l.id from lot l join staged_lot s on s.id = l.id where not s.fresh
                            order by l.code collate "C", l.gtin, l.id for update of l) locked
                        """).mapTo(Long.class).one();
    }
}
