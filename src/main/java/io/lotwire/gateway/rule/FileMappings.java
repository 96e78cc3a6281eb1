package io.lotwire.gateway.rule;

import io.lotwire.gateway.Settings;
import io.lotwire.gateway.smooks.SmooksEndpoints;
import io.lotwire.ledger.Definition;
import io.lotwire.partner.Inbound;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.SmooksMapping;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The Smooks configurations that profiles name, each compiled at the start or when it is asked for first, and again when
 * its files have changed; the last one that worked stays in force.
 */
@Singleton
public class FileMappings {
    private static final Logger LOG = Logger.getLogger(FileMappings.class);

    private final Settings settings;
    private final SmooksEndpoints endpoints;
    private final Map<String, SmooksMapping> compiled = new ConcurrentHashMap<>();

    FileMappings(Settings settings, SmooksEndpoints endpoints) {
        this.settings = settings;
        this.endpoints = endpoints;
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
            Thread compiling =
                    new Thread(() -> names.forEach(name -> named(name, FileMappings::warn)), "file-mappings");
            compiling.setDaemon(true);
            compiling.start();
        }
    }

    private static void warn(Problem problem) {
        LOG.warn(problem.toString());
    }

    /**
     * The mapping of a name, such as {@code smooks/csv-shipment}; empty when none of this name ever worked.
     *
     * @param told is told what is wrong with its files of now
     */
    Optional<SmooksMapping> named(String name, Consumer<Problem> told) {
        return Optional.ofNullable(compiled.compute(name, (same, before) -> {
            boolean current = before != null && before.isOf(settings.mappings());
            return current
                    ? before
                    : SmooksMapping.load(settings.mappings(), name, endpoints::start, told)
                            .orElse(before);
        }));
    }

    /** An edition of a mapping, for the ledger. */
    static Definition definition(SmooksMapping mapping) {
        return new Definition(Definition.Kind.MAPPING, mapping.name(), mapping.version(), mapping.text());
    }
}
