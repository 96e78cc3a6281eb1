package io.lotwire.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The transaction sets of interchanges, inside one transaction. */
public final class TransactionSets {
    private final Handle handle;

    TransactionSets(Handle handle) {
        this.handle = handle;
    }

    /** Keeps sets that were read; answers their numbers, in the order given. */
    public List<Long> keep(List<ReadSet> sets) {
        Map<ReadSet.Place, Long> ids = handle.createQuery("""
                        insert into transaction_set (inbox_id, interchange_id, ordinal, document, version,
                            group_control_number, set_control_number, document_number, purpose, state, cause, reason, problems)
                        select inbox_id, interchange_id, ordinal, document, version, group_control_number,
                            set_control_number, '', '', state, cause, reason, cast(problems as jsonb)
                        from unnest(:inboxIds, :interchangeIds, :ordinals, :documents, :versions, :groupControlNumbers,
                                :setControlNumbers, :states, :causes, :reasons, :problems) with ordinality
                            as row (inbox_id, interchange_id, ordinal, document, version, group_control_number,
                                set_control_number, state, cause, reason, problems, position)
                        order by position
                        returning id, inbox_id, ordinal
                        """)
                .bindArray(
                        "inboxIds", Long.class, column(sets, set -> set.place().inboxId()))
                .bindArray("interchangeIds", Long.class, column(sets, ReadSet::interchangeId))
                .bindArray("ordinals", Integer.class, column(sets, set -> set.place()
                        .ordinal()))
                .bindArray("documents", String.class, column(sets, ReadSet::document))
                .bindArray("versions", String.class, column(sets, ReadSet::version))
                .bindArray("groupControlNumbers", String.class, column(sets, ReadSet::groupControlNumber))
                .bindArray("setControlNumbers", String.class, column(sets, ReadSet::setControlNumber))
                .bindArray("states", String.class, column(sets, set -> set.progress()
                        .state()
                        .name()))
                .bindArray("causes", String.class, column(sets, set -> cause(set.progress())))
                .bindArray("reasons", String.class, column(sets, set -> reason(set.progress())))
                .bindArray("problems", String.class, column(sets, set -> Json.writeProblems(set.problems())))
                .map((row, context) ->
                        Map.entry(new ReadSet.Place(row.getLong("inbox_id"), row.getInt("ordinal")), row.getLong("id")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return sets.stream().map(set -> ids.get(set.place())).toList();
    }

    /** What the translation of sets came to; their problems are added to those of reading. */
    public void settle(List<SetOutcome> outcomes) {
        int moved = handle.createUpdate("""
                        update transaction_set set state = row.state, document_number = row.document_number,
                            purpose = row.purpose, cause = row.cause, reason = row.reason,
                            problems = transaction_set.problems || cast(row.problems as jsonb),
                            profile_version = row.profile, mapping_name = row.mapping, mapping_version = row.edition
                        from unnest(:ids, :states, :documentNumbers, :purposes, :causes, :reasons, :problems, :profiles,
                                :mappings, :editions)
                            as row (id, state, document_number, purpose, cause, reason, problems, profile, mapping, edition)
                        where transaction_set.id = row.id
                        """)
                .bindArray("ids", Long.class, column(outcomes, SetOutcome::setId))
                .bindArray("states", String.class, column(outcomes, each -> each.progress()
                        .state()
                        .name()))
                .bindArray("documentNumbers", String.class, column(outcomes, each -> each.progress()
                        .documentNumber()
                        .orElse("")))
                .bindArray("purposes", String.class, column(outcomes, each -> each.purpose()
                        .name()
                        .toLowerCase(Locale.ROOT)))
                .bindArray("causes", String.class, column(outcomes, each -> cause(each.progress())))
                .bindArray("reasons", String.class, column(outcomes, each -> reason(each.progress())))
                .bindArray("problems", String.class, column(outcomes, each -> Json.writeTranslated(each.problems())))
                .bindArray("profiles", String.class, column(outcomes, each -> each.by()
                        .map(by -> by.profile().version())
                        .orElse("")))
                .bindArray("mappings", String.class, column(outcomes, each -> each.by()
                        .map(by -> by.mapping().name())
                        .orElse("")))
                .bindArray("editions", String.class, column(outcomes, each -> each.by()
                        .map(by -> by.mapping().version())
                        .orElse("")))
                .execute();
        if (moved != outcomes.size()) {
            throw new IllegalStateException("of " + outcomes.size() + " transaction sets there are " + moved);
        }
    }

    /** The numbers of those of a file's sets that are still to be translated, by their place in the file, from 1. */
    public Map<Integer, Long> accepted(long inboxId, Collection<Integer> ordinals) {
        return handle.createQuery("""
                        select id, ordinal from transaction_set
                        where inbox_id = :inboxId and ordinal = any (:ordinals)
                            and state in ('ACCEPTED', 'ACCEPTED_WITH_ERRORS')
                        """)
                .bind("inboxId", inboxId)
                .bindArray("ordinals", Integer.class, ordinals.toArray())
                .map((row, context) -> Map.entry(row.getInt("ordinal"), row.getLong("id")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The places in the file, from 1, of those of a file's sets that are still to be translated. */
    public BitSet accepted(long inboxId) {
        BitSet places = new BitSet();
        handle.createQuery("""
                        select ordinal from transaction_set
                        where inbox_id = :inboxId and state in ('ACCEPTED', 'ACCEPTED_WITH_ERRORS')
                        """).bind("inboxId", inboxId).mapTo(Integer.class).forEach(places::set);
        return places;
    }

    private static <T> Object[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toArray();
    }

    /** The sets that came with an inbox row, in the order of the file. */
    public List<SetRow> of(long inboxId) {
        return handle.createQuery(
                        "select * from transaction_set where inbox_id = :inboxId order by interchange_id, ordinal")
                .bind("inboxId", inboxId)
                .map((row, context) -> row(row))
                .list();
    }

    /**
     * Some of those that came with an inbox row, in the order of the file.
     *
     * @param after the place in the file, from 1, after which they begin
     * @param most so many at most
     */
    public List<SetRow> of(long inboxId, int after, int most) {
        return handle.createQuery(
                        "select * from transaction_set where inbox_id = :inboxId and ordinal > :after order by ordinal limit :most")
                .bind("inboxId", inboxId)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> row(row))
                .list();
    }

    /**
     * What is wrong with those that came with an inbox row.
     *
     * @param most of so many sets at most, the first of the file
     */
    public List<StoredProblem> problems(long inboxId, int most) {
        return handle
                .createQuery("select problems from transaction_set where inbox_id = :inboxId and problems <> '[]'"
                        + " order by ordinal limit :most")
                .bind("inboxId", inboxId)
                .bind("most", most)
                .mapTo(String.class)
                .stream()
                .flatMap(problems -> Json.readProblems(problems).stream())
                .toList();
    }

    /** The inbox row that one came with. */
    public Optional<Long> file(long id) {
        return handle.createQuery("select inbox_id from transaction_set where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    /** One by its number. */
    public Optional<SetRow> find(long id) {
        return handle.createQuery("select * from transaction_set where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    private static String cause(SetProgress progress) {
        return progress.cause().map(cause -> cause.code().name()).orElse(null);
    }

    private static String reason(SetProgress progress) {
        return progress.cause().map(Cause::sentence).orElse("");
    }

    private static SetProgress progress(ResultSet row) throws SQLException {
        String number = row.getString("document_number");
        return switch (SetState.valueOf(row.getString("state"))) {
            case ACCEPTED -> new SetProgress.Accepted(false);
            case ACCEPTED_WITH_ERRORS -> new SetProgress.Accepted(true);
            case REJECTED -> new SetProgress.Rejected(Cause.read(row, "reason"));
            case TRANSLATED -> number.isEmpty() ? new SetProgress.Heard() : new SetProgress.Translated(number);
            case TESTED -> new SetProgress.Tested(number);
            case PARKED ->
                new SetProgress.Parked(
                        Cause.read(row, "reason"), number.isEmpty() ? Optional.empty() : Optional.of(number));
            case DISMISSED ->
                new SetProgress.Dismissed(
                        Cause.read(row, "reason"), number.isEmpty() ? Optional.empty() : Optional.of(number));
        };
    }

    static SetRow row(ResultSet row) throws SQLException {
        return new SetRow(
                row.getLong("id"),
                row.getInt("ordinal"),
                row.getString("document"),
                row.getString("group_control_number"),
                row.getString("set_control_number"),
                progress(row),
                Json.readProblems(row.getString("problems")));
    }
}
