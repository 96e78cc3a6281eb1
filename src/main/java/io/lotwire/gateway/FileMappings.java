package io.lotwire.gateway;

import io.lotwire.ledger.Definition;
import io.lotwire.smooks.SmooksMapping;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The Smooks configurations that profiles name, each compiled when it is asked for first and again when its files have
 * changed; the last one that worked stays in force.
 */
@Singleton
public class FileMappings {
    private static final Logger LOG = Logger.getLogger(FileMappings.class);

    private final Settings settings;
    private final Map<String, SmooksMapping> compiled = new ConcurrentHashMap<>();

    FileMappings(Settings settings) {
        this.settings = settings;
    }

    /** The mapping of a name, such as {@code smooks/csv-shipment}; empty when none of this name ever worked. */
    Optional<SmooksMapping> named(String name) {
        return Optional.ofNullable(compiled.compute(name, (same, before) -> {
            boolean current = before != null && before.isOf(settings.mappings());
            return current
                    ? before
                    : SmooksMapping.load(settings.mappings(), name, problem -> LOG.warn(problem.toString()))
                            .orElse(before);
        }));
    }

    /** An edition of a mapping, for the ledger. */
    static Definition definition(SmooksMapping mapping) {
        return new Definition(Definition.Kind.MAPPING, mapping.name(), mapping.version(), mapping.text());
    }
}
