package io.lotwire.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Which rows of the audit are asked for.
 *
 * @param actor by somebody of this name alone
 * @param did that this was done alone
 * @param subjectKind to things of this kind alone
 * @param subject to the thing of this number or name alone
 * @param partner that are this partner's affair alone
 * @param request of this request alone
 * @param from from this moment on
 * @param until before this moment
 */
public record AuditFilter(
        Optional<String> actor,
        Optional<String> did,
        Optional<String> subjectKind,
        Optional<String> subject,
        Optional<String> partner,
        Optional<String> request,
        Optional<Instant> from,
        Optional<Instant> until) {
    /** All. */
    public static final AuditFilter ALL = new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** All that was done to one thing. */
    public static AuditFilter of(String subjectKind, String subject) {
        return new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(subjectKind),
                Optional.of(subject),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
