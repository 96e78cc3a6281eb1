package io.lotwire.registry.importing;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Finds parties as statements of documents are told apart: by GLN, where one of the two has none by DUNS number, and else by a
 * name that only one party bears, as long as no number tells the two apart.
 */
final class PartyFinding implements RecordFinding {
    private final Handle handle;
    private final Instant now;
    private final StagedRecords staged;

    PartyFinding(Handle handle, Instant now, StagedRecords staged) {
        this.handle = handle;
        this.now = now;
        this.staged = staged;
    }

    @Override
    public void find(LineProblems problems) {
        // Nobody but imports writes parties, so that they may go one after the other.
        handle.execute("lock table party in share row exclusive mode");
        handle.execute("update staged_party s set id = p.id from party p where p.gln = s.gln");
        handle.execute("""
                create temp table staged_party_found on commit drop as
                    select s.line, p.id from staged_party s join party p on p.duns = s.duns
                    where s.id is null and (s.gln is null or p.gln is null)
                """);
        handle.execute("""
                insert into staged_party_found
                    select s.line, p.id from staged_party s join party p on lower(p.name) = lower(s.name)
                    where s.id is null and (s.gln is null or p.gln is null) and (s.duns is null or p.duns is null)
                        and not exists (select 1 from staged_party_found f where f.line = s.line)
                """);
        problems.tellAll(ImportFault.RECORD_AMBIGUOUS, handle.createQuery("""
                        select line, 'The party may be one of ' || count(*)
                            || ' that are known by this number or name: name its GLN.'
                        from staged_party_found group by line having count(*) > 1 order by line
                        """));
        handle.execute("update staged_party s set id = f.id from staged_party_found f where f.line = s.line");
        problems.tellAll(ImportFault.RECORD_REPEATED, handle.createQuery("""
                        select line, 'The party stands in line ' || min(first_line) || ' already: keep one of them.' from (
                            select line, min(line) over (partition by id) as first_line from staged_party where id is not null
                            union
                            select line, min(line) over (partition by gln) from staged_party where gln is not null
                            union
                            select greatest(a.line, b.line), least(a.line, b.line)
                            from staged_party a join staged_party b on b.duns = a.duns and b.line <> a.line
                            where a.gln is null
                            union
                            select greatest(a.line, b.line), least(a.line, b.line)
                            from staged_party a join staged_party b on lower(b.name) = lower(a.name) and b.line <> a.line
                            where a.gln is null and (a.duns is null or b.duns is null)) s
                        where line > first_line group by line order by line limit 1000
                        """));
    }

    @Override
    public void keepMore(Correcting correcting, LineProblems problems) {
        NewRecords made = new NewRecords(staged);
        handle.execute("update staged_party set id = nextval(pg_get_serial_sequence('party', 'id')), fresh = true"
                + " where id is null");
        handle.createUpdate("insert into " + made.intoNumbered() + " select s.id, " + made.values()
                        + " from staged_party s where s.fresh order by s.id")
                .bind("now", now)
                .execute();
        problems.tellAll(ImportFault.PARENT_UNKNOWN, handle.createQuery("""
                        select line, 'No party ''' || parent || ''' is known, by GLN, DUNS number or name: add a row for it, or'
                            || ' correct ''parent''.'
                        from staged_party s where parent is not null
                            and not exists (select 1 from party p where p.gln = s.parent)
                            and not exists (select 1 from party p where p.duns = s.parent)
                            and not exists (select 1 from party p where lower(p.name) = lower(s.parent))
                            and not exists (select 1 from staged_party o where o.gln = s.parent)
                            and not exists (select 1 from staged_party o where o.duns = s.parent)
                            and not exists (select 1 from staged_party o where lower(o.name) = lower(s.parent))
                        order by line
                        """));
    }
}
