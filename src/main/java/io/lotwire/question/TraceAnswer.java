package io.lotwire.question;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.KnownLot;
import io.lotwire.registry.LotSearch;
import io.lotwire.registry.LotTrail;
import io.lotwire.registry.Trace;
import io.lotwire.registry.TraceDirection;
import io.lotwire.registry.TraceJson;
import io.lotwire.registry.TraceText;
import io.lotwire.registry.Tracer;
import io.lotwire.registry.balance.BalanceJson;
import io.lotwire.registry.balance.BalanceText;
import io.lotwire.registry.balance.Balances;
import io.lotwire.registry.balance.LotBalance;
import io.lotwire.registry.walk.Genealogy;
import io.lotwire.registry.walk.GenealogyDot;
import io.lotwire.registry.walk.GenealogyJson;
import io.lotwire.registry.walk.GenealogySvg;
import io.lotwire.registry.walk.GenealogyText;
import io.lotwire.registry.walk.LotName;
import io.lotwire.registry.walk.Sense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a lot went, and what was made of it or what it was made of.
 *
 * @param trace where the lots of one code went
 * @param genealogies how each of its trails hangs together with other lots; none where the registry does not know the lot
 * @param balances the book of each of its trails; none where the registry does not know the lot
 * @param direction which way is told
 */
public record TraceAnswer(
        Trace trace, List<List<Genealogy>> genealogies, List<Optional<LotBalance>> balances, TraceDirection direction) {
    /** So many lots are told of each way; of more there is the count. */
    private static final int MOST_RELATIVES = 200;

    public TraceAnswer {
        genealogies = List.copyOf(genealogies);
        balances = List.copyOf(balances);
    }

    /** The answer for a lot that was found. */
    static TraceAnswer of(LedgerTransaction transaction, LotSearch.Found lot, TraceDirection direction) {
        Trace trace = new Tracer(transaction).trace(lot.code(), lot.gtin());
        List<KnownLot> known = new LotSearch(transaction).withCode(lot.code());
        List<List<Genealogy>> genealogies = new ArrayList<>();
        List<Optional<LotBalance>> balances = new ArrayList<>();
        for (LotTrail trail : trace.trails()) {
            Optional<KnownLot> ofTrail =
                    known.stream().filter(each -> isOf(each, trail)).findFirst();
            genealogies.add(ofTrail.map(each -> genealogies(transaction, each, direction))
                    .orElse(List.of()));
            balances.add(ofTrail.map(
                    each -> new Balances(transaction).of(List.of(each.id())).get(0)));
        }
        return new TraceAnswer(trace, genealogies, balances, direction);
    }

    private static List<Genealogy> genealogies(LedgerTransaction transaction, KnownLot lot, TraceDirection direction) {
        return senses(direction).stream()
                .map(sense -> Genealogy.of(transaction, lot.id(), sense, MOST_RELATIVES))
                .toList();
    }

    private static boolean isOf(KnownLot lot, LotTrail trail) {
        return trail.gtin().equals(lot.gtin() == null ? "" : lot.gtin().digits());
    }

    private static List<Sense> senses(TraceDirection direction) {
        return switch (direction) {
            case FORWARD -> List.of(Sense.FORWARD);
            case BACKWARD -> List.of(Sense.BACKWARD);
            case BOTH -> List.of(Sense.BACKWARD, Sense.FORWARD);
        };
    }

    /** Whether any document names the lot. */
    public boolean isKnown() {
        return !trace.trails().isEmpty();
    }

    /** As text, without a line feed at its end. */
    public String text() {
        String production = genealogies.stream()
                .flatMap(List::stream)
                .filter(genealogy -> !genealogy.isEmpty())
                .map(genealogy -> "\n\n" + GenealogyText.of(genealogy).stripTrailing())
                .collect(Collectors.joining());
        return TraceText.of(trace, direction).stripTrailing() + production + books();
    }

    private String books() {
        if (direction == TraceDirection.BACKWARD) {
            return "";
        }
        StringBuilder books = new StringBuilder();
        for (int i = 0; i < balances.size(); i++) {
            String product = balances.size() == 1
                    ? ""
                    : "\n\nLot " + trace.code() + ": " + trace.trails().get(i).product();
            balances.get(i).ifPresent(balance -> books.append(product)
                    .append("\n\n")
                    .append(BalanceText.holders(balance).stripTrailing())
                    .append("\n\n")
                    .append(BalanceText.places(balance)));
        }
        return books.toString().stripTrailing();
    }

    /** As one JSON object. */
    public ObjectNode json() {
        ObjectNode json = TraceJson.of(trace, direction);
        for (int i = 0; i < genealogies.size(); i++) {
            ObjectNode trail = (ObjectNode) json.path("trails").path(i);
            balances.get(i).ifPresent(balance -> trail.set("book", BalanceJson.of(balance)));
            for (Genealogy genealogy : genealogies.get(i)) {
                if (!genealogy.isEmpty()) {
                    trail.set(genealogy.sense() == Sense.FORWARD ? "madeInto" : "madeOf", GenealogyJson.of(genealogy));
                }
            }
        }
        return json;
    }

    /** All of them as one graph. */
    public static String dot(List<TraceAnswer> answers) {
        return GenealogyDot.of(genealogies(answers));
    }

    /** All of them as one picture. */
    public static String svg(List<TraceAnswer> answers) {
        return GenealogySvg.of(genealogies(answers));
    }

    /**
     * It as a picture within a page; {@code ""} where nothing was made of the lot, nor it of anything, nor moved.
     *
     * @param addresses where a lot is told of
     */
    public String svg(Function<LotName, String> addresses) {
        List<Genealogy> told = genealogies(List.of(this)).stream()
                .filter(genealogy -> !genealogy.isEmpty() || !genealogy.ways().isEmpty())
                .toList();
        return told.isEmpty() ? "" : GenealogySvg.inPage(told, addresses);
    }

    private static List<Genealogy> genealogies(List<TraceAnswer> answers) {
        return answers.stream()
                .flatMap(answer -> answer.genealogies().stream())
                .flatMap(List::stream)
                .toList();
    }
}
