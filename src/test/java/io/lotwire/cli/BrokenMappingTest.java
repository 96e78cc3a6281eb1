package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.gateway.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenMappingTest {
    private static final String FILE = "mappings/samples/x12/945/two-orders-lots-on-pallets/in.edi";

    @TempDir
    Path folder;

    @Test
    void anOverrideThatDoesNotWorkIsToldOnceAndTheMappingIsNotSaidToBeMissing() throws Exception {
        Files.writeString(folder.resolve("harbor-3pl.yaml"), """
                name: harbor-3pl
                title: Harbor 3PL
                identity: { x12: { qualifier: ZZ, id: HARBOR3PL } }
                receives:
                  - document: "945"
                    mapping: x12/945
                    override: { lots: [ { code: G62/LT } ] }
                """);

        assertThat(translate("mappings"))
                .containsOnlyOnce("MAPPING_INVALID")
                .contains(folder.getFileName() + "/harbor-3pl.yaml:7: error MAPPING_INVALID: 'code' is no place: ")
                .contains(
                        "NO_MAPPING: The mapping 'x12/945' does not work for document 945: mend what is said of it or of"
                                + " its 'override'.")
                .doesNotContain("There is no mapping");
    }

    @Test
    void aMappingThatIsMissingIsToBeWritten() throws Exception {
        Path mappings = Files.createDirectory(folder.resolve("mappings"));

        assertThat(translate(mappings.toString()))
                .contains("NO_MAPPING: There is no mapping for document 945: write " + mappings.resolve("x12/945.yaml")
                        + ", or leave the document out.");
    }

    private String translate(String mappings) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        UnaryOperator<String> variables =
                Map.of("LOTWIRE_PARTNERS", folder.toString(), "LOTWIRE_MAPPINGS", mappings)::get;
        Installation installation = Installation.of(
                Settings.of(variables, folder),
                variables,
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                err);
        int code = Lotwire.commandLine(installation, new TranslateCommand(installation, installation.desk()))
                .execute("translate", FILE);
        assertThat(code).isEqualTo(1);
        return err.toString(StandardCharsets.UTF_8);
    }
}
