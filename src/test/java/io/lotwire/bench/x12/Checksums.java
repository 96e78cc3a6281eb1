package io.lotwire.bench.x12;

import io.lotwire.bench.x12.ShipNotices.Interchange;
import java.util.ArrayList;
import java.util.List;

/** Holds every parser to the lots that were put into an interchange. */
final class Checksums {
    private Checksums() {}

    /** What is wrong with what the parsers find, a line each; empty when all find just the lots that are there. */
    static List<String> differences(Interchange interchange) {
        List<String> differences = new ArrayList<>();
        for (Parser parser : Parser.values()) {
            if (parser.findsLots()) {
                try {
                    Tally found = parser.contestant().read(interchange.bytes());
                    if (!found.equals(interchange.tally())) {
                        differences.add(parser.title() + " finds " + found + ", but there are " + interchange.tally());
                    }
                } catch (Exception e) {
                    differences.add(parser.title() + " refuses the interchange: " + e);
                }
            }
        }
        return differences;
    }
}
