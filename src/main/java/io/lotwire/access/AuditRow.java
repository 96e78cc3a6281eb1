package io.lotwire.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of the audit.
 *
 * @param id its number; a later one is greater, but for what was done at the same moment
 * @param at when
 * @param actorKind what they are who did it, as {@link Asker.Kind#word}
 * @param actor their name
 * @param actorId by which two of one name are told apart, {@code ""} for who has none
 * @param role what they were allowed then, as {@link Role#word}
 * @param address from where, {@code ""} when it was this machine
 * @param did what
 * @param subjectKind what it was done to
 * @param subject its number or name
 * @param partner whose affair it is, {@code ""} for nobody's
 * @param before what was so before
 * @param after what was so afterwards
 * @param why in their words, {@code ""} for nothing
 * @param request joins all rows of one request, {@code ""} for none
 */
public record AuditRow(
        long id,
        Instant at,
        String actorKind,
        String actor,
        String actorId,
        String role,
        String address,
        String did,
        String subjectKind,
        String subject,
        String partner,
        Optional<JsonNode> before,
        Optional<JsonNode> after,
        String why,
        String request) {}
