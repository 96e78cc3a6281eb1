package io.lotwire.registry.importing;

import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.RecordKind;
import java.util.Map;

/**
 * A record as a file states it.
 *
 * @param kind what it is
 * @param line where it begins in the file
 * @param facts what is said of it, as it is kept; what is not said is not there
 * @param attributes further facts by names of the owner's
 */
record StatedRecord(RecordKind kind, long line, Map<Fact, String> facts, Map<String, String> attributes) {
    StatedRecord {
        facts = Map.copyOf(facts);
        attributes = Map.copyOf(attributes);
    }
}
