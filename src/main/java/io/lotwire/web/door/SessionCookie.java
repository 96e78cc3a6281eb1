package io.lotwire.web.door;

import jakarta.ws.rs.core.NewCookie;

/**
 * The cookie that holds a session (RFC 6265bis). Over HTTPS its name forbids that another host or path sets it. It is sent when somebody
 * follows a link from elsewhere, as addresses of pages are sent to colleagues; what changes something asks more, see {@link SameOrigin}.
 */
public final class SessionCookie {
    private SessionCookie() {}

    /** How it is called. */
    static String name(boolean secure) {
        return secure ? "__Host-lotwire" : "lotwire";
    }

    /**
     * One that begins a session.
     *
     * @param shown what the browser is to show from now on
     * @param secure whether it comes over HTTPS
     */
    public static NewCookie begin(String shown, boolean secure) {
        return cookie(shown, secure).build();
    }

    /** One that ends it. */
    public static NewCookie end(boolean secure) {
        return cookie("", secure).maxAge(0).build();
    }

    private static NewCookie.Builder cookie(String shown, boolean secure) {
        return new NewCookie.Builder(name(secure))
                .value(shown)
                .path("/")
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX);
    }
}
