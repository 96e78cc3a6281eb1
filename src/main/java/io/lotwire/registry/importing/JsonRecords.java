package io.lotwire.registry.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.lotwire.csv.CsvPlace;
import io.lotwire.csv.CsvReader;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Spelling;
import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Records in JSON: an array of objects, or one object after the other; {@code "kind"} says what each is. */
final class JsonRecords {
    private static final String KIND = "kind";
    private static final String ATTRIBUTES = "attributes";

    /** A record has objects in it, and no deeper. */
    private static final int DEEPEST = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(CsvReader.LONGEST_FIELD)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final Optional<RecordKind> usual;
    private final Consumer<Problem> problems;

    /**
     * @param file the file as its user knows it
     * @param usual the kind of those that do not say it; empty where each must
     * @param problems is told what is wrong
     */
    JsonRecords(String file, Optional<RecordKind> usual, Consumer<Problem> problems) {
        this.file = file;
        this.usual = usual;
        this.problems = problems;
    }

    /** A value as it stands there: a text or a number, the entries of an array, the members of an object, or something else. */
    private sealed interface Value {
        record One(String text) implements Value {}

        record Several(List<String> entries) implements Value {}

        record Named(Map<String, String> members) implements Value {}

        record Other() implements Value {}

        record Nothing() implements Value {}
    }

    private record Member(Value value, long line) {}

    /** Hands each good record over; what follows a place that is no JSON cannot be read. */
    void each(InputStream bytes, Consumer<StatedRecord> records) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            JsonToken token = json.nextToken();
            boolean isArray = token == JsonToken.START_ARRAY;
            token = isArray ? json.nextToken() : token;
            while (token != null && token != JsonToken.END_ARRAY) {
                if (token == JsonToken.START_OBJECT) {
                    record(json).ifPresent(records);
                } else {
                    tell(
                            ImportFault.JSON_MALFORMED,
                            line(json),
                            "",
                            "A record is an object, such as {\"kind\": \"lot\", \"lot\": \"A1\", \"gtin\": ...}.");
                    json.skipChildren();
                }
                token = json.nextToken();
            }
        } catch (JsonProcessingException malformed) {
            long line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            int column = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getColumnNr();
            problems.accept(Problem.error(
                    ImportFault.JSON_MALFORMED,
                    new CsvPlace(file, line, column, "").place(),
                    "The JSON ends here: "
                            + malformed.getOriginalMessage().lines().findFirst().orElse("") + "."));
        }
    }

    private Optional<StatedRecord> record(JsonParser json) throws IOException {
        long line = line(json);
        Map<String, Member> members = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            long at = line(json);
            json.nextToken();
            members.put(name, new Member(value(json), at));
        }
        Member stated = members.remove(KIND);
        Optional<RecordKind> kind = stated == null
                ? usual
                : stated.value() instanceof Value.One one ? RecordKind.of(one.text()) : Optional.empty();
        if (kind.isEmpty()) {
            tell(ImportFault.KIND_UNKNOWN, line, KIND, "'kind' must say what it is: lot, product or party.");
            return Optional.empty();
        }
        RecordReading reading = new RecordReading(kind.get(), line, problems);
        members.forEach((name, member) -> take(name, member, kind.get(), reading));
        return reading.end(file);
    }

    private void take(String name, Member member, RecordKind kind, RecordReading reading) {
        CsvPlace at = new CsvPlace(file, member.line(), 0, name);
        if (member.value() instanceof Value.Nothing) {
            return;
        }
        if (name.equals(ATTRIBUTES) && member.value() instanceof Value.Named named) {
            named.members().forEach((key, value) -> reading.attribute(key, value, at));
            return;
        }
        Optional<Fact> fact = kind.facts().stream()
                .filter(each -> each.jsonName().equals(name))
                .findFirst();
        if (fact.isPresent() && !fact.get().type().isList() && member.value() instanceof Value.One one) {
            reading.fact(fact.get(), one.text(), at);
        } else if (fact.isPresent() && fact.get().type().isList() && member.value() instanceof Value.Several several) {
            reading.facts(fact.get(), several.entries(), at);
        } else if (fact.isPresent() || name.equals(ATTRIBUTES)) {
            reading.isWrong();
            tell(
                    ImportFault.VALUE_MALFORMED,
                    member.line(),
                    name,
                    "'" + name + "' must be "
                            + fact.map(each -> each.type().isList()
                                            ? "an array of texts"
                                            : each.type().wanted())
                                    .orElse("an object of texts")
                            + ": correct it.");
        } else {
            reading.isWrong();
            List<String> known = kind.facts().stream().map(Fact::jsonName).toList();
            tell(
                    ImportFault.FACT_UNKNOWN,
                    member.line(),
                    name,
                    "'" + name + "' is no fact of a " + kind.word() + "." + Spelling.suggestion(name, known)
                            + " Facts are " + String.join(", ", known) + ", and attributes for what is yours.");
        }
    }

    private static Value value(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                return new Value.One(json.getText());
            case VALUE_NULL:
                return new Value.Nothing();
            case START_ARRAY:
                return entries(json);
            case START_OBJECT:
                return members(json);
            default:
                return new Value.Other();
        }
    }

    private static Value entries(JsonParser json) throws IOException {
        List<String> entries = new ArrayList<>();
        boolean texts = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts &= json.currentToken() == JsonToken.VALUE_STRING && entries.size() < CsvReader.MOST_FIELDS;
            if (texts) {
                entries.add(json.getText());
            }
            json.skipChildren();
        }
        return texts ? new Value.Several(entries) : new Value.Other();
    }

    private static Value members(JsonParser json) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        boolean texts = true;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            texts &= json.nextToken() == JsonToken.VALUE_STRING && members.size() < CsvReader.MOST_FIELDS;
            if (texts) {
                members.put(name, json.getText());
            }
            json.skipChildren();
        }
        return texts ? new Value.Named(members) : new Value.Other();
    }

    private static long line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }

    private void tell(ImportFault fault, long line, String name, String sentence) {
        problems.accept(Problem.error(fault, new CsvPlace(file, line, 0, name).place(), sentence));
    }
}
