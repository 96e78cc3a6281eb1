package io.lotwire.infer;

import io.lotwire.mapping.Mapping.LotDate;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is open about the items, quantities, units and dates of one kind of document. */
final class GoodsQuestions {
    private static final int MOST = 4;

    /** X12 element 235 and EDIFACT 7143. */
    private static final String QUALIFIER = "[A-Z0-9]{1,3}";

    /** What events say of items and units, and what is to be asked about it. */
    private static final Map<String, String> ITEMS = Map.of(
            "ITEM_MISSING", "where does the product number stand?",
            "GTIN_INVALID", "whose number is it?");

    private static final Map<String, String> QUANTITIES = Map.of(
            "UNIT_OF_ANOTHER_LEVEL", "which do they count, packs or single pieces?",
            "QTY_SUM_MISMATCH", "which quantity counts?",
            "SSCC_INVALID", "is it an SSCC?");

    private static final Map<String, String> DATES = Map.of(
            "DATE_NOT_SPLIT", "of which lot is it?",
            "DATE_INVALID", "how do they write dates?");

    private final Documents documents;
    private final Trial trial;
    private final List<Question> questions = new ArrayList<>();

    private GoodsQuestions(Documents documents, Trial trial) {
        this.documents = documents;
        this.trial = trial;
    }

    static List<Question> of(Documents documents, Trial trial) throws IOException {
        GoodsQuestions asked = new GoodsQuestions(documents, trial);
        asked.askOfNumbers();
        asked.askOfIssues(Matter.ITEMS, ITEMS);
        asked.askOfQuantities();
        asked.askOfIssues(Matter.QUANTITIES, QUANTITIES);
        asked.askOfUnits();
        asked.askOfDates();
        asked.askOfIssues(Matter.DATES, DATES);
        return asked.questions;
    }

    private void askOfNumbers() throws IOException {
        List<Tally.Entry> all = documents.ownNumbers.entries();
        if (all.isEmpty()) {
            return;
        }
        List<Tally.Entry> qualified =
                all.stream().filter(each -> each.id().matches(QUALIFIER)).toList();
        List<String> override = ItemSchemes.with(documents.mapping, qualified, "vendor");
        boolean isOne = !qualified.isEmpty()
                && trial.lots(documents, String.join("\n", override)).isPresent();
        String each = all.stream()
                .map(number -> "in " + number.qualifier()
                        + (qualified.contains(number) ? " under " + number.id() : " without a qualifier") + " ("
                        + Words.some(number.values()) + ", " + Words.count(number.times(), "time") + ")")
                .collect(Collectors.joining(", "));
        ask(
                Matter.ITEMS,
                "what are the product numbers " + each
                        + "? The mapping names no scheme for them, so they are told under what was sent."
                        + (isOne
                                ? " If they are the sender's own (else put buyer, manufacturer, gtin or a word of yours):"
                                : ""),
                all.get(0).first(),
                isOne ? override : List.of());
    }

    private void askOfQuantities() {
        documents.openQuantities.entries().stream().limit(MOST).forEach(line -> {
            List<String> told = places(String.join(",", line.values()));
            List<String> open = places(line.key());
            String first = open.get(0);
            boolean isOfLine = !first.contains("/");
            String unit = documents.isX12() ? first.replace("-02", "-03.1") : first.replace("-01.2", "-01.3");
            ask(
                    Matter.QUANTITIES,
                    (isOfLine || told.isEmpty() ? "which quantity is meant, in " : "which quantity is the lot's, in ")
                            + Words.count(line.times(), isOfLine ? "line" : "place") + " of "
                            + Words.share(line.sets(), documents.seen, "set") + "? "
                            + (told.isEmpty() ? "None is told" : words(told) + " told") + ", " + words(open)
                            + " not." + (isOfLine ? " If " + first + " is the quantity:" : ""),
                    line.first(),
                    isOfLine
                            ? List.of("quantity: [{ value: " + Words.quoted(first) + ", unit: " + Words.quoted(unit)
                                    + " }]")
                            : List.of());
        });
    }

    private static List<String> places(String joined) {
        return Stream.of(joined.split(","))
                .filter(place -> !place.isEmpty())
                .distinct()
                .toList();
    }

    /** Each with how often it was seen, and an example. */
    private String words(List<String> places) {
        String each = documents.quantities.entries().stream()
                .filter(entry -> places.contains(entry.key()))
                .map(entry -> entry.key() + " (" + Words.count(entry.times(), "time") + ", such as "
                        + Words.plain(entry.values().get(0)) + ")")
                .collect(Collectors.joining(" and "));
        return each + (places.size() == 1 ? " is" : " are");
    }

    private void askOfUnits() {
        for (Tally.Entry unit : documents.units.entries()) {
            if (unit.key().isEmpty()) {
                ask(
                        Matter.QUANTITIES,
                        "what do the quantities without a unit count, in " + Words.count(unit.times(), "event") + " of "
                                + Words.share(unit.sets(), documents.seen, "set") + "?",
                        unit.first());
            } else if (Units.of(UnitList.of(documents.id, unit.key()), unit.key())
                    .isEmpty()) {
                ask(
                        Matter.QUANTITIES,
                        "what is the unit '" + Words.plain(unit.key()) + "' (" + Words.count(unit.times(), "time")
                                + " in " + Words.share(unit.sets(), documents.seen, "set")
                                + ")? No list has it, so that its quantities cannot be written in EPCIS or another standard."
                                + " Ask for their table of units.",
                        unit.first());
            }
        }
    }

    private void askOfDates() {
        documents.datesNotTaken.entries().stream().limit(MOST).forEach(date -> {
            List<String> expires = new ArrayList<>();
            documents
                    .mapping
                    .dates()
                    .getOrDefault(LotDate.EXPIRES, List.of())
                    .forEach(path -> expires.add(Words.quoted(path.toString())));
            expires.add(Words.quoted(date.key()));
            questions.add(new Question(
                    Matter.DATES,
                    documents.id + ": what is the date at " + date.key() + ", in "
                            + Words.share(date.sets(), documents.seen, "set")
                            + "? It is not taken. "
                            + (date.key().contains("[")
                                    ? ""
                                    : "If lots are named by it: lots: { first: [{ code: " + Words.quoted(date.key())
                                            + ", kind: lot }] }. ")
                            + "If it is an expiry date (or bestBefore, manufactured, packed, harvested):",
                    date.first(),
                    List.of("dates: { expires: [" + String.join(", ", expires) + "] }")));
        });
    }

    private void askOfIssues(Matter matter, Map<String, String> asked) {
        for (Tally.Entry issue : documents.issues.entries()) {
            if (asked.containsKey(issue.key())) {
                ask(
                        matter,
                        asked.get(issue.key()).replace("?", "") + ", in " + Words.count(issue.times(), "event") + "? "
                                + issue.values().get(0),
                        issue.first());
            }
        }
    }

    private void ask(Matter matter, String text, Sighting seen) {
        ask(matter, text, seen, List.of());
    }

    private void ask(Matter matter, String text, Sighting seen, List<String> remedy) {
        questions.add(new Question(matter, documents.id + ": " + text, seen, remedy));
    }
}
