package io.lotwire.wire.api;

import io.lotwire.lot.json.LeanJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program hears.
 *
 * @param status HTTP status
 * @param type media type of the body
 * @param headers further headers
 * @param body JSON, {@code ""} where a file is the answer
 * @param file the answer, which is deleted when it was sent; empty where it is in the body
 */
record ApiAnswer(int status, String type, Map<String, String> headers, String body, Optional<Path> file) {
    private static final String JSON = "application/json";

    /** RFC 9457. */
    private static final String PROBLEM = "application/problem+json";

    private static final String RETRY_AFTER_SECONDS = "60";

    ApiAnswer {
        headers = Map.copyOf(headers);
    }

    private ApiAnswer(int status, String type, Map<String, String> headers, String body) {
        this(status, type, headers, body, Optional.empty());
    }

    static ApiAnswer ok(String body) {
        return new ApiAnswer(200, JSON, Map.of(), body);
    }

    /**
     * A file, which is deleted when it was sent.
     *
     * @param type its media type
     * @param name what it is called where it is kept: letters, digits, hyphens and a dot; {@code ""} for nothing
     */
    static ApiAnswer file(Path file, String type, String name) {
        Map<String, String> headers =
                name.isEmpty() ? Map.of() : Map.of("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return new ApiAnswer(200, type, headers, "", Optional.of(file));
    }

    /** It was taken; what becomes of it is told at another address. */
    static ApiAnswer accepted(String body, String location) {
        return new ApiAnswer(202, JSON, Map.of("Location", location), body);
    }

    static ApiAnswer notKnown() {
        return problem(
                401,
                "Unauthorized",
                "Show a token that is in force: 'Authorization: Bearer TOKEN'.",
                Map.of("WWW-Authenticate", "Bearer realm=\"Lotwire\""));
    }

    static ApiAnswer notAgreed(String document) {
        return problem(403, "Forbidden", "The agreement with you has no document '" + document + "'.", Map.of());
    }

    static ApiAnswer mayNotAsk() {
        return problem(
                403,
                "Forbidden",
                "This token may not ask the registry: its line in the profile does not say 'asks: true'.",
                Map.of());
    }

    static ApiAnswer keyMayNotAsk() {
        return problem(
                403, "Forbidden", "This key may not ask the registry: it wants the role 'viewer' or more.", Map.of());
    }

    /** @param sentence what is not there */
    static ApiAnswer notFound(String sentence) {
        return problem(404, "Not Found", sentence, Map.of());
    }

    /** @param sentences all that is wrong with the request */
    static ApiAnswer wrong(List<String> sentences) {
        return problem(400, "Bad Request", String.join(" ", sentences), Map.of());
    }

    static ApiAnswer notFound() {
        return notFound("There is no such document of yours.");
    }

    static ApiAnswer wrongMethod(String allowed) {
        return problem(405, "Method Not Allowed", "Here is only " + allowed + ".", Map.of("Allow", allowed));
    }

    static ApiAnswer tooLarge(long most) {
        return problem(
                413,
                "Content Too Large",
                "A body may have " + most + " bytes: send it in several parts, or as a file over another wire.",
                Map.of());
    }

    static ApiAnswer wrongType() {
        return problem(
                415,
                "Unsupported Media Type",
                "Send JSON in UTF-8, not compressed: application/json, or application/x-ndjson for an object a line.",
                Map.of());
    }

    static ApiAnswer brokenOff() {
        return problem(400, "Bad Request", "The body came to no end: send it again.", Map.of());
    }

    /** It is to be sent again later. */
    static ApiAnswer later(String why) {
        return problem(503, "Service Unavailable", why, Map.of("Retry-After", RETRY_AFTER_SECONDS));
    }

    private static ApiAnswer problem(int status, String title, String detail, Map<String, String> headers) {
        StringBuilder body = new StringBuilder();
        LeanJson json = LeanJson.compact(body);
        json.beginItem();
        json.number("status", status);
        json.text("title", title);
        json.text("detail", detail);
        json.end();
        return new ApiAnswer(status, PROBLEM, headers, body.toString());
    }
}
