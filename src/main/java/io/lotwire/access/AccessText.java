package io.lotwire.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Accounts, keys and the audit in words, in lines. */
public final class AccessText {
    private AccessText() {}

    /** An account. */
    public static String line(Account account) {
        return account.name() + "  " + words(account.grant()) + "  " + account.title()
                + account.ended()
                        .map(AccessText::words)
                        .orElseGet(() -> account.signedInAt()
                                        .map(at -> ", signed in " + at)
                                        .orElse(", never signed in")
                                + (account.mustChange() ? ", must change the password" : ""));
    }

    /** A key, without its secret. */
    public static String line(ApiKey key) {
        return key.id() + "  " + words(key.grant()) + "  " + key.system()
                + key.ended()
                        .map(AccessText::words)
                        .orElseGet(() -> ", until the end of " + key.endsOn()
                                + key.usedOn().map(day -> ", used on " + day).orElse(", never used"));
    }

    /** A row of the audit. */
    public static String line(AuditRow row) {
        return printable(row.id() + "  " + row.at() + "  " + row.actor()
                + " (" + row.actorKind() + (row.address().isEmpty() ? "" : " at " + row.address()) + ") "
                + row.did() + " " + row.subjectKind() + " " + row.subject()
                + (row.partner().isEmpty() ? "" : " of " + row.partner())
                + (row.why().isEmpty() ? "" : ": " + row.why())
                + state("before", row.before()) + state("after", row.after()));
    }

    /** What is allowed, such as {@code operator, with payloads}. */
    private static String words(Grant grant) {
        return grant.role().word()
                + (grant.partner().isEmpty() ? "" : " " + grant.partner())
                + (grant.payloads() ? ", with payloads" : ", without payloads");
    }

    private static String words(Account.Ended ended) {
        return ", ended by " + ended.by() + " at " + ended.at();
    }

    private static String state(String when, Optional<JsonNode> state) {
        return state.map(json -> "; " + when + " " + json).orElse("");
    }

    /** What others wrote does not steer the terminal. */
    private static String printable(String text) {
        StringBuilder good = new StringBuilder(text.length());
        text.codePoints().forEach(c -> good.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return good.toString();
    }
}
