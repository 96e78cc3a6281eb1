package io.lotwire.gateway.rule;

import io.lotwire.document.DocumentWriter;
import io.lotwire.gateway.Settings;
import io.lotwire.mapping.Mappings;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.check.ProfileCheck;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.writing.WritingMappings;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The rules that are in force, read from their folders as a whole. A profile or mapping with an error is left out at the
 * start; later its last good version stays in force. The others work either way.
 */
@Singleton
public class RulesInForce implements ProfilesInForce {
    private final Settings settings;
    private final FileMappings fileMappings;
    private final ProfileCheck check;
    private volatile Loaded loaded;

    RulesInForce(Settings settings, FileMappings fileMappings, Clock clock) {
        this.settings = settings;
        this.fileMappings = fileMappings;
        this.check = new ProfileCheck(settings.partners(), settings.mappings(), settings::variable, clock);
        this.loaded =
                load(rules(new Profiles(List.of(), Map.of(), List.of()), Mappings.none(), WritingMappings.none()));
    }

    /**
     * Rules, and what they were made of.
     *
     * @param rules the rules
     * @param files what the profiles name outside of their folder: certificates, keys, passwords
     */
    record Loaded(Rules rules, List<Path> files) {}

    /** Those of this moment: who needs several of them together asks once. */
    public Rules now() {
        return loaded.rules();
    }

    @Override
    public Profiles profiles() {
        return loaded.rules().profiles();
    }

    /** What the profiles named when they were read last. */
    List<Path> files() {
        return loaded.files();
    }

    /** Reads the folders; nothing is in force by that. */
    Loaded load() {
        return load(now());
    }

    /** Puts rules in force, all at once. */
    void put(Loaded next) {
        loaded = next;
    }

    private Loaded load(Rules before) {
        ProfileCheck.Fitness fitness = check.fitness();
        Profiles profiles = fitness.profiles().keeping(before.profiles());
        Rules next = rules(profiles, mappings(before.mappings()), outMappings(before.outMappings()));
        return new Loaded(next, fitness.files());
    }

    private Rules rules(Profiles profiles, Mappings mappings, WritingMappings outMappings) {
        Path folder = settings.mappings();
        return new Rules(
                folder, profiles, mappings, fileMappings, outMappings, new DocumentWriter(outMappings, folder));
    }

    /** A mapping that does not work any more stays as it was, one whose file is gone goes. */
    private Mappings mappings(Mappings before) {
        return Mappings.load(settings.mappings()).keeping(before, this::isThere);
    }

    private WritingMappings outMappings(WritingMappings before) {
        return WritingMappings.load(settings.mappings()).keeping(before, this::isThere);
    }

    private boolean isThere(String mapping) {
        return Files.exists(settings.mappings().resolve(mapping + ".yaml"));
    }
}
