package io.lotwire.writing;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.writing.Sink.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes lot events as an out-mapping says, in an interchange of their own. */
public final class EventDocument {
    private EventDocument() {}

    /**
     * From whom to whom a document goes, and its numbers.
     *
     * @param envelope the interchange: parties, delimiters, time of writing, control number
     * @param sender GS02
     * @param receiver GS03
     * @param group GS06
     * @param number the document's own number
     */
    public record Numbered(Envelope envelope, String sender, String receiver, int group, String number) {}

    /**
     * Writes it.
     *
     * @param events all of one shipment: one purpose, one place that the goods leave, one that they go to
     * @param grammar the standard, or as the partner's guide has it
     * @param parser reads what was written again, by that grammar
     * @return the bytes, or every reason why they would be wrong
     */
    public static Written write(
            WritingMapping mapping,
            Style style,
            List<LotEvent> events,
            Numbered numbered,
            Grammar grammar,
            X12Parser parser) {
        List<Problem> problems = new ArrayList<>(notOneDocument(mapping, events));
        problems.addAll(OfferCheck.problems(mapping, style, grammar));
        if (!problems.isEmpty()) {
            return new Written.Refused(problems);
        }
        Chosen chosen = new Chosen(mapping, style);
        Address address = new Address(numbered.envelope(), numbered.sender(), numbered.receiver(), numbered.group());
        String version = style.version().isEmpty() ? chosen.version() : style.version();
        Sink sink = mapping.syntax() == Syntax.X12
                ? Sink.x12(mapping, version, address, grammar)
                : Sink.edifact(mapping, chosen.version(), address, grammar);
        Collection<List<LotEvent>> sets = sets(mapping, events);
        Run run = new Run(
                mapping, chosen, sink, numbered.number(), numbered.envelope().time(), sets.size() > 1);
        int number = 0;
        for (List<LotEvent> set : sets) {
            run.set(++number, set);
        }
        Written written = sink.end();
        if (run.problems().isEmpty()) {
            return written instanceof Written.Interchange interchange
                    ? new ReadBack(interchange.bytes(), parser).confirmed(interchange)
                    : written;
        }
        List<Problem> all = new ArrayList<>(run.problems());
        if (written instanceof Written.Refused refused) {
            all.addAll(refused.problems());
        }
        return new Written.Refused(all);
    }

    private static Collection<List<LotEvent>> sets(WritingMapping mapping, List<LotEvent> events) {
        return mapping.setPerOrder()
                ? events.stream()
                        .collect(Collectors.groupingBy(LotEvent::order, LinkedHashMap::new, Collectors.toList()))
                        .values()
                : List.of(events);
    }

    private static List<Problem> notOneDocument(WritingMapping mapping, List<LotEvent> events) {
        if (events.isEmpty()) {
            return List.of(refused("A document needs at least one lot event; give the shipment's."));
        }
        List<Problem> problems = new ArrayList<>();
        events.stream()
                .map(LotEvent::type)
                .distinct()
                .filter(type -> !mapping.events().contains(type))
                .forEach(type -> problems.add(refused("The events tell of goods that were "
                        + type.name().toLowerCase(Locale.ROOT) + ", but " + mapping.document() + " tells of goods "
                        + mapping.events().stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" or "))
                        + ": say 'when: { type: ... }' in the subscription.")));
        Map<String, Function<LotEvent, Object>> same = new LinkedHashMap<>();
        same.put("purposes", LotEvent::purpose);
        same.put("places that the goods leave", LotEvent::shipFrom);
        same.put("places that the goods go to", LotEvent::shipTo);
        same.forEach((what, property) -> differs(events, what, property).ifPresent(problems::add));
        return problems;
    }

    private static Optional<Problem> differs(List<LotEvent> events, String what, Function<LotEvent, Object> property) {
        Object first = property.apply(events.get(0));
        for (LotEvent event : events) {
            if (!Objects.equals(first, property.apply(event))) {
                long kinds = events.stream()
                        .map(property)
                        .map(Optional::ofNullable)
                        .distinct()
                        .count();
                return Optional.of(refused("The events have " + kinds + " " + what
                        + "; write one document for each ('split: { by: shipment }')."));
            }
        }
        return Optional.empty();
    }

    private static Problem refused(String message) {
        return Problem.error(WritingFault.EVENTS_DO_NOT_FIT, Place.inFile(""), message);
    }
}
