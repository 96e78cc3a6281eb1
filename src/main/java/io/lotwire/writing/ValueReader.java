package io.lotwire.writing;

import io.lotwire.writing.ElementValue.Lookup;
import io.lotwire.writing.ElementValue.Piece;
import io.lotwire.writing.ElementValue.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values such as <code>00{unit.sscc}</code> or <code>{reference.pro|document.number}</code>. */
final class ValueReader {
    private static final Pattern LOOKUP = Pattern.compile("\\{([^{}]*)}");

    private final Map<String, Codes> codes;
    private final Set<String> lotPlaces;

    /**
     * @param codes the tables of the out-mapping, by their names
     * @param lotPlaces where it can write lots
     */
    ValueReader(Map<String, Codes> codes, Set<String> lotPlaces) {
        this.codes = codes;
        this.lotPlaces = lotPlaces;
    }

    /**
     * Reads one.
     *
     * @param wrong is told what is wrong with it, in sentences
     */
    ElementValue read(String text, Consumer<String> wrong) {
        List<Piece> pieces = new ArrayList<>();
        Matcher lookups = LOOKUP.matcher(text);
        int end = 0;
        while (lookups.find()) {
            text(text.substring(end, lookups.start()), pieces, wrong);
            pieces.add(lookup(lookups.group(1), wrong));
            end = lookups.end();
        }
        text(text.substring(end), pieces, wrong);
        return new ElementValue(pieces);
    }

    private static void text(String text, List<Piece> pieces, Consumer<String> wrong) {
        if (text.contains("{") || text.contains("}")) {
            wrong.accept("'" + text + "' has a bracket without its other half: write a field as {lot.code}.");
        }
        if (!text.isEmpty()) {
            pieces.add(new Text(text));
        }
    }

    private Lookup lookup(String inside, Consumer<String> wrong) {
        String[] parts = inside.split(" as ", 2);
        List<Field> fields = Arrays.stream(parts[0].split("\\|"))
                .map(String::strip)
                .flatMap(name -> placed(name, wrong).stream())
                .toList();
        return new Lookup(fields, parts.length == 1 ? null : codes(parts[1].strip(), wrong));
    }

    /** A field that may have a value only where lots are wanted at a place: {@code lot.code at W12-09}. */
    private Optional<Field> placed(String name, Consumer<String> wrong) {
        String[] parts = name.split(" at ", 2);
        Optional<Field> field = field(parts[0].strip(), wrong);
        if (parts.length == 1) {
            return field;
        }
        String place = parts[1].strip();
        if (!lotPlaces.contains(place)) {
            wrong.accept("'" + place + "' is none of the places under 'lots': add it there.");
        }
        return field.map(each -> new Field(
                name,
                each.kind(),
                each.facts(),
                atHand -> atHand.chosen().lotPlaces(atHand).contains(place) ? each.of(atHand) : ""));
    }

    /** The field of a name. */
    static Optional<Field> field(String name, Consumer<String> wrong) {
        Optional<Field> field = Fields.named(name);
        if (field.isEmpty()) {
            wrong.accept("There is no field '" + name + "'. Known are " + String.join(", ", Fields.names()) + ".");
        }
        return field;
    }

    private Codes codes(String name, Consumer<String> wrong) {
        Codes table = codes.get(name);
        if (table != null) {
            return table;
        }
        Optional<Codes> date = Codes.date(name);
        if (date.isEmpty()) {
            wrong.accept("'" + name + "' is neither a table under 'codes' nor a form of dates, such as yyMMdd or iso.");
        }
        return date.orElse(null);
    }
}
