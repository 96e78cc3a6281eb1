package io.lotwire.web.door;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What changes something must come from a page of ours: the browser says where from, which no page can forge (Fetch Metadata; RFC 6454,
 * section 7). And it must not be larger than a form of ours.
 */
@Singleton
final class SameOrigin {
    /** Bytes of a form. */
    static final long LARGEST_FORM = 4L * 1024 * 1024;

    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    /** Of a page that there is: what is posted elsewhere hears that there is nothing. No body is read before. */
    @ServerRequestFilter
    Optional<Response> look(ContainerRequestContext request) {
        if (CHANGE_NOTHING.contains(request.getMethod())) {
            return Optional.empty();
        }
        if (!isOurs(request)) {
            return refuse(
                    Response.Status.FORBIDDEN,
                    "This form was not sent from a page of Lotwire: open the page and send it again.");
        }
        return request.getLength() > LARGEST_FORM || request.getHeaderString("Transfer-Encoding") != null
                ? refuse(Response.Status.REQUEST_ENTITY_TOO_LARGE, "A form may have 4 MB.")
                : Optional.empty();
    }

    private static boolean isOurs(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeaderString("Origin");
        // Of HTTP/2, which has no header Host, too.
        String host = request.getUriInfo().getRequestUri().getRawAuthority();
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority()).orElse("");
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    private static Optional<Response> refuse(Response.Status status, String sentence) {
        return Optional.of(Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .entity(sentence + "\n")
                .build());
    }
}
