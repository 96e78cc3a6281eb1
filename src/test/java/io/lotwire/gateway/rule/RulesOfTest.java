package io.lotwire.gateway.rule;

import io.lotwire.gateway.Settings;
import io.lotwire.gateway.smooks.SmooksFilesOfTest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Rules in force from a folder of profiles and the repository's mappings, without a running gateway. */
public final class RulesOfTest {
    private RulesOfTest() {}

    /** Those of the profiles in a folder. */
    public static RulesInForce of(Path profiles, CamelContext camel) {
        Path home = Path.of("").toAbsolutePath();
        Settings settings = Settings.of(
                name -> Map.of("LOTWIRE_PARTNERS", profiles.toString()).get(name), home);
        return new RulesInForce(
                settings, new FileMappings(settings, SmooksFilesOfTest.endpoints(camel)), Clock.systemUTC());
    }
}
