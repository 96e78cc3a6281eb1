package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.registry.master.KnownRecord;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Says of each lot what its status has become. */
final class StatusLine {
    private final PrintStream out;
    private final boolean json;

    StatusLine(Installation installation, boolean json) {
        this.out = new PrintStream(installation.out(), true, StandardCharsets.UTF_8);
        this.json = json;
    }

    /**
     * One lot.
     *
     * @param word what it is now
     * @param isNew whether it was not before
     * @param before what to say when it was
     */
    void print(KnownRecord lot, String word, boolean isNew, String before) {
        String code = lot.fact("lot").orElse("");
        if (!json) {
            out.println("Lot " + code
                    + lot.fact("gtin").map(gtin -> ", GTIN " + gtin).orElse("") + ": " + (isNew ? word : before));
            return;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("lot", code);
        lot.fact("gtin").ifPresent(gtin -> node.put("gtin", gtin));
        out.println(node.put("status", word).put("changed", isNew));
    }
}
