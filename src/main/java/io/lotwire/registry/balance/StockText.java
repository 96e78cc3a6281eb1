package io.lotwire.registry.balance;

import io.lotwire.lot.IssueCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Stock and differences as text for people, on lines that end with a line feed. */
public final class StockText {
    /** A difference names so many documents; JSON has all. */
    private static final int MOST_DOCUMENTS = 4;

    private static final int DAYS_WIDTH = 5;

    private final StringBuilder text = new StringBuilder();

    private StockText() {}

    /** What expires, a line each. */
    public static String expiring(List<ExpiringStock> stock) {
        StockText writer = new StockText();
        List<String> lots = stock.stream()
                .map(each -> BalanceWords.of(each.lot().lot(), each.lot().item()))
                .toList();
        List<String> places = stock.stream()
                .map(each -> (each.underWay() ? "to " : "") + BalanceWords.of(each.place()))
                .toList();
        writer.line("expires      days  " + padded("lot", width(lots)) + "  " + padded("where", width(places))
                + "  quantity");
        for (int i = 0; i < stock.size(); i++) {
            ExpiringStock each = stock.get(i);
            String days = Long.toString(each.daysLeft());
            writer.line(each.expiry().day() + (each.expiry().isDerived() ? "*" : " ") + " "
                    + " ".repeat(Math.max(0, DAYS_WIDTH - days.length())) + days + "  "
                    + padded(lots.get(i), width(lots)) + "  " + padded(places.get(i), width(places)) + "  "
                    + BalanceWords.of(each.amount(), each.unit()) + remarks(each));
        }
        if (stock.stream().anyMatch(each -> each.expiry().isDerived())) {
            writer.line("* by the product's shelf life");
        }
        return writer.text.toString();
    }

    private static String remarks(ExpiringStock stock) {
        List<String> remarks = new ArrayList<>();
        if (stock.daysLeft() < 0) {
            remarks.add("expired");
        }
        if (stock.underWay()) {
            remarks.add("no receipt told");
        }
        stock.standing().forEach(status -> remarks.add(status.kind().inWords()));
        if (!stock.tooOldFor().isEmpty()) {
            remarks.add("below the minimum of " + String.join(", ", stock.tooOldFor()));
        }
        return remarks.isEmpty() ? "" : "  (" + String.join("; ", remarks) + ")";
    }

    /** In what order to pick, what is left out and why, and what is missing. */
    public static String picks(PickOrder order) {
        StockText writer = new StockText();
        List<String> lots = order.picks().stream()
                .map(each -> BalanceWords.of(each.lot().lot(), each.lot().item()))
                .toList();
        for (int i = 0; i < order.picks().size(); i++) {
            PickOrder.Pick pick = order.picks().get(i);
            writer.line((i + 1) + ". " + padded(lots.get(i), width(lots)) + "  "
                    + (pick.take() == null ? "" : "take " + BalanceWords.of(pick.take(), pick.unit()) + " of ")
                    + BalanceWords.of(pick.onHand(), pick.unit())
                    + pick.lot()
                            .expiry()
                            .map(expiry -> ", expires " + expiry.words())
                            .orElse(", no expiry known")
                    + (pick.came() == null ? "" : ", came " + pick.came().toLocalDate()));
        }
        if (order.picks().isEmpty()) {
            writer.line("Nothing is there to be picked.");
        }
        order.leftOut()
                .forEach(each -> writer.line("Left out: "
                        + BalanceWords.of(each.lot().lot(), each.lot().item()) + ", "
                        + BalanceWords.of(each.onHand(), each.unit()) + ": " + each.why()));
        if (order.missing().signum() > 0) {
            writer.line("Missing: " + BalanceWords.of(order.missing(), order.unit()) + ".");
        }
        return writer.text.toString();
    }

    /** Differences, and where lots were shipped out of turn. */
    public static String differences(List<Difference> differences, List<FefoViolation> violations) {
        StockText writer = new StockText();
        differences.forEach(writer::difference);
        violations.forEach(writer::violation);
        return writer.text.toString();
    }

    private void difference(Difference difference) {
        line(BalanceWords.lot(difference.lot().code(), difference.lot().gtin()) + " at "
                + BalanceWords.of(difference.place()) + ": " + what(difference));
        line("  " + BalanceWords.of(difference.between(), MOST_DOCUMENTS));
        if (difference.isExplained()) {
            line("  explained by " + BalanceWords.of(difference.explainedBy(), MOST_DOCUMENTS));
        } else {
            line("  no document explains it"
                    + (difference.beside().isEmpty()
                            ? ""
                            : "; these do not: " + BalanceWords.of(difference.beside(), MOST_DOCUMENTS)));
        }
    }

    private static String what(Difference difference) {
        String found = BalanceWords.of(difference.found(), difference.unit());
        String expected = BalanceWords.of(difference.expected(), difference.unit());
        String amount = BalanceWords.signed(difference.amount(), difference.unit());
        String day = BalanceWords.day(difference.when());
        return switch (difference.kind()) {
            case COUNTED -> found + " counted on " + day + ", " + expected + " in the book: " + amount;
            case RECEIVED -> found + " received of " + expected + " sent on " + day + ": " + amount;
            case UNTOLD -> found + " left up to " + day + ", " + expected + " came: " + amount;
        };
    }

    private void violation(FefoViolation violation) {
        line(IssueCode.FEFO_VIOLATION + " " + violation.words());
        line("  " + violation.shipped().document().words());
    }

    private static int width(List<String> cells) {
        return cells.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    /** Lot codes are what partners sent: their control characters move no cursor. */
    private void line(String line) {
        text.append(line.stripTrailing()
                        .chars()
                        .mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
                        .collect(Collectors.joining()))
                .append('\n');
    }
}
