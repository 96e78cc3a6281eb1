package io.lotwire.access;

/**
 * Something that is proved by a secret, which is kept nowhere: this is the one time that it is there.
 *
 * @param to what it proves
 * @param secret a password, a key, what a cookie says
 */
public record Issued<T>(T to, String secret) {
    /** Without the secret, as this may come into a log. */
    @Override
    public String toString() {
        return "Issued[to=" + to + "]";
    }
}
