package io.lotwire.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads an entry as JSON (RFC 8259): strictly, in UTF-8, each name once in an object, numbers to the digit. */
final class EntryJson {
    /** A lot event has values four deep. */
    static final int DEEPEST = 16;

    /** Digits of a number, as in a text. */
    static final int MOST_DIGITS = 30;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(MOST_DIGITS * 2)
                            .maxStringLength(EntryBytes.LARGEST)
                            .maxNameLength(EntryBytes.LARGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private EntryJson() {}

    /** The entry as an object; empty, and told, when it is none. */
    static Optional<Fields> read(Entry entry, Faults faults) {
        if (entry.bytes().isEmpty()) {
            faults.error(
                    entry,
                    "",
                    CaptureFault.ENTRY_TOO_LARGE,
                    "It has " + entry.length() + " bytes, and " + EntryBytes.LARGEST
                            + " are the most that one may have: send one event a line.");
            return Optional.empty();
        }
        Optional<JsonNode> value = parse(entry, entry.bytes().get(), faults);
        if (value.isPresent() && !value.get().isObject()) {
            faults.error(
                    entry,
                    "",
                    CaptureFault.JSON_INVALID,
                    "It is " + Fields.kind(value.get()) + ", but an object in braces is wanted: { ... }.");
            return Optional.empty();
        }
        return value.map(object -> Fields.outermost(object, entry, faults));
    }

    private static Optional<JsonNode> parse(Entry entry, byte[] bytes, Faults faults) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            faults.error(
                    entry, "", CaptureFault.JSON_INVALID, "It holds bytes that are no UTF-8: write the file in UTF-8.");
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text));
        } catch (StreamConstraintsException tooMuch) {
            boolean deep = tooMuch.getMessage().contains("nesting depth");
            faults.error(
                    entry,
                    "",
                    deep ? CaptureFault.NESTED_TOO_DEEP : CaptureFault.JSON_INVALID,
                    deep
                            ? "More than " + DEEPEST + " objects and lists stand in one another: a lot event has 4."
                            : "A number has more than " + MOST_DIGITS * 2 + " characters: write fewer digits.");
        } catch (JsonProcessingException wrong) {
            faults.error(
                    entry,
                    "",
                    CaptureFault.JSON_INVALID,
                    "It is no JSON" + column(wrong.getLocation()) + " (" + firstLine(wrong.getOriginalMessage())
                            + "): mend it there.");
        }
        return Optional.empty();
    }

    private static String column(JsonLocation location) {
        return location == null || location.getColumnNr() < 1
                ? ""
                : " at " + (location.getLineNr() > 1 ? "line " + location.getLineNr() + " of it, " : "") + "character "
                        + location.getColumnNr();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
