package io.lotwire.gateway;

import io.lotwire.ledger.Definition;
import io.lotwire.partner.Inbound;
import io.lotwire.smooks.SmooksMapping;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The Smooks configurations that profiles name, each compiled at the start or when it is asked for first, and again when
 * its files have changed; the last one that worked stays in force.
 */
@Singleton
public class FileMappings {
    private static final Logger LOG = Logger.getLogger(FileMappings.class);

    private final Settings settings;
    private final Map<String, SmooksMapping> compiled = new ConcurrentHashMap<>();

    FileMappings(Settings settings) {
        this.settings = settings;
    }

    /** Compiles those that profiles name, in the background: their first files need not wait some seconds for it. */
    void compileThoseInForce(@Observes StartupEvent started, RulesInForce rules) {
        List<String> names = rules.profiles().good().stream()
                .flatMap(profile -> profile.receives().stream())
                .map(Inbound::mapping)
                .filter(SmooksMapping::isNamed)
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            Thread compiling = new Thread(() -> names.forEach(this::named), "file-mappings");
            compiling.setDaemon(true);
            compiling.start();
        }
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
