package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.mdn.MdnRequest;
import io.lotwire.as2.mime.HeaderValue;
import io.lotwire.as2.mime.MimeHeaders;
import io.lotwire.as2.refusal.As2Limits;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the headers of a request say.
 *
 * @param headers all headers
 * @param ids the names, {@code ""} where missing
 * @param messageId the Message-ID, {@code ""} when missing
 * @param mdnRequest the MDN asked for
 */
record As2Request(MimeHeaders headers, As2Ids ids, String messageId, MdnRequest mdnRequest) {

    private static final List<String> ONCE = List.of("AS2-From", "AS2-To", "Message-ID", "Content-Type");

    static As2Request of(MimeHeaders headers) {
        return new As2Request(
                headers,
                As2Ids.ofHeaders(headers.first("AS2-From"), headers.first("AS2-To")),
                headers.first("Message-ID"),
                mdnRequest(headers));
    }

    /** What makes it no AS2 request, empty when nothing does. */
    Optional<String> flaw(As2Limits limits) {
        if (headers.size() > limits.headerBytes()) {
            return Optional.of("The HTTP headers are larger than " + limits.headerBytes() + " bytes");
        }
        for (String name : ONCE) {
            if (headers.occurrences(name) > 1) {
                return Optional.of("The header " + name + " stands more than once");
            }
        }
        if (!usable(ids.from())) {
            return Optional.of("The header AS2-From is missing or unusable");
        }
        if (!usable(ids.to())) {
            return Optional.of("The header AS2-To is missing or unusable");
        }
        return Optional.empty();
    }

    /** The Content-Length, -1 when there is none that can be read. */
    long statedLength() {
        try {
            return Long.parseLong(headers.first("Content-Length"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean usable(String name) {
        return !name.isBlank()
                && name.length() <= As2Ids.MAX_LENGTH
                && name.chars().noneMatch(Character::isISOControl);
    }

    private static MdnRequest mdnRequest(MimeHeaders headers) {
        if (headers.first("Disposition-Notification-To").isEmpty()) {
            return MdnRequest.NONE;
        }
        HeaderValue options = HeaderValue.parse("; " + headers.first("Disposition-Notification-Options"));
        List<String> protocols = values(options.parameter("signed-receipt-protocol"));
        boolean signed = protocols.stream()
                .map(protocol -> protocol.toLowerCase(Locale.ROOT))
                .anyMatch(protocol -> protocol.equals("pkcs7-signature") || protocol.equals("x-pkcs7-signature"));
        return new MdnRequest(
                true,
                signed,
                values(options.parameter("signed-receipt-micalg")),
                address(headers.first("Receipt-Delivery-Option")));
    }

    /** The values after {@code required} or {@code optional} (RFC 4130 section 7.3). */
    private static List<String> values(String parameter) {
        List<String> values = new ArrayList<>();
        for (String value : parameter.split(",", -1)) {
            String text = value.replace("\"", "").strip();
            if (!text.isEmpty() && !text.equalsIgnoreCase("optional") && !text.equalsIgnoreCase("required")) {
                values.add(text);
            }
        }
        return values;
    }

    /** An address that is none is kept apart from an absent one: no agreement allows the empty address. */
    private static Optional<URI> address(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.of(URI.create(""));
        }
    }
}
