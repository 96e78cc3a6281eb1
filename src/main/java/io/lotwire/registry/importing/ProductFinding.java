package io.lotwire.registry.importing;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Finds products by GTIN, and where one of the two has none by the owner's number. */
final class ProductFinding implements RecordFinding {
    private final Handle handle;
    private final Instant now;
    private final StagedRecords staged;

    ProductFinding(Handle handle, Instant now, StagedRecords staged) {
        this.handle = handle;
        this.now = now;
        this.staged = staged;
    }

    @Override
    public void find(LineProblems problems) {
        // Nobody but imports writes products, so that they may go one after the other.
        handle.execute("lock table product in share row exclusive mode");
        handle.execute("update staged_product s set id = p.id from product p where p.gtin = s.gtin");
        handle.execute("""
                create temp table staged_product_found on commit drop as
                    select s.line, s.product_id, p.id from staged_product s join product p on p.number = s.product_id
                    where s.id is null and (s.gtin is null or p.gtin is null)
                """);
        problems.tellAll(ImportFault.RECORD_AMBIGUOUS, handle.createQuery("""
                        select line, 'Product ' || product_id || ' without a GTIN may be one of ' || count(*)
                            || ' products of this number: name the GTIN.'
                        from staged_product_found group by line, product_id having count(*) > 1 order by line
                        """));
        handle.execute("update staged_product s set id = f.id from staged_product_found f where f.line = s.line");
        problems.tellAll(ImportFault.RECORD_REPEATED, handle.createQuery("""
                        select line, 'The product stands in line ' || first_line || ' already: keep one of them.' from (
                            select line, min(line) over (partition by id) as first_line from staged_product where id is not null
                            union
                            select line, min(line) over (partition by gtin) from staged_product where gtin is not null
                            union
                            select b.line, a.line from staged_product a join staged_product b
                                on b.product_id = a.product_id and b.line > a.line
                            where (a.gtin is null or b.gtin is null)) s
                        where line > first_line order by line limit 1000
                        """));
    }

    @Override
    public void keepMore(Correcting correcting, LineProblems problems) {
        NewRecords made = new NewRecords(staged);
        handle.execute("update staged_product set id = nextval(pg_get_serial_sequence('product', 'id')), fresh = true"
                + " where id is null");
        handle.createUpdate("insert into " + made.intoNumbered() + " select s.id, " + made.values()
                        + " from staged_product s where s.fresh order by s.id")
                .bind("now", now)
                .execute();
    }
}
