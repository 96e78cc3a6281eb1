package io.lotwire.access;

import io.lotwire.ledger.Keyset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A filter of the audit as SQL. Only what is asked for stands there, so that the database can use the index that fits.
 *
 * @param where {@code ""} where all is asked for
 * @param values by the names that stand in it
 */
record AuditConditions(String where, Map<String, Object> values) {
    static AuditConditions of(AuditFilter filter, Optional<Keyset> after) {
        Conditions all = new Conditions();
        filter.actor().ifPresent(value -> all.add("actor = :actor", "actor", value));
        filter.did().ifPresent(value -> all.add("did = :did", "did", value));
        filter.subjectKind().ifPresent(value -> all.add("subject_kind = :subjectKind", "subjectKind", value));
        filter.subject().ifPresent(value -> all.add("subject = :subject", "subject", value));
        filter.partner().ifPresent(value -> all.add("partner = :partner", "partner", value));
        filter.request().ifPresent(value -> all.add("request = :request", "request", value));
        filter.from().ifPresent(value -> all.add("at >= :from", "from", value));
        filter.until().ifPresent(value -> all.add("at < :until", "until", value));
        after.ifPresent(value -> all.add("id < :after", "after", value.id()));
        return new AuditConditions(
                all.words.isEmpty() ? "" : " where " + String.join(" and ", all.words), Map.copyOf(all.values));
    }

    private static final class Conditions {
        private final List<String> words = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String condition, String name, Object value) {
            words.add(condition);
            values.put(name, value instanceof String text ? KeptText.of(text, 400) : value);
        }
    }
}
