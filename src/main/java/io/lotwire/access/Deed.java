package io.lotwire.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Something that was done, as it is written into the {@link AuditTrail}. One begins with {@link #of} and says more of it as there is
 * more.
 *
 * @param who did it
 * @param did what, in the past and in one word: {@code released}, {@code changed}, {@code saw}
 * @param subjectKind what it was done to: {@code document}, {@code delivery}, {@code lot}, {@code profile}, {@code account}
 * @param subject its number or name
 * @param partner whose affair it is, {@code ""} for nobody's
 * @param before what was so before, without secrets
 * @param after what is so now, without secrets
 * @param why in their words, {@code ""} for nothing
 */
public record Deed(
        Asker who,
        String did,
        String subjectKind,
        String subject,
        String partner,
        Optional<JsonNode> before,
        Optional<JsonNode> after,
        String why) {

    /** One of which nothing more is said. */
    public static Deed of(Asker who, String did, String subjectKind, String subject) {
        return new Deed(who, did, subjectKind, subject, "", Optional.empty(), Optional.empty(), "");
    }

    /** Whose affair it is. */
    public Deed about(String whose) {
        return new Deed(who, did, subjectKind, subject, whose, before, after, why);
    }

    /** What was so before. */
    public Deed from(JsonNode state) {
        return new Deed(who, did, subjectKind, subject, partner, Optional.of(state), after, why);
    }

    /** What is so now. */
    public Deed to(JsonNode state) {
        return new Deed(who, did, subjectKind, subject, partner, before, Optional.of(state), why);
    }

    /** Why, in their words. */
    public Deed because(String words) {
        return new Deed(who, did, subjectKind, subject, partner, before, after, words);
    }
}
