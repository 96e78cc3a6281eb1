package io.lotwire.gateway.smooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code smooks:} in routes that somebody adds, with configurations that make no lot events. */
class RoutesOfYourOwnTest {
    private static final Path CSV =
            Path.of("mappings/samples/smooks/csv-shipment/each-line-is-a-lot-and-knows-its-line-and-bytes/in.txt");

    private static final String BY_XML = """
            <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd"
                                  xmlns:jb="https://www.smooks.org/xsd/smooks/javabean-1.6.xsd"
                                  xmlns:camel="https://www.smooks.org/xsd/smooks/camel-1.5.xsd">
                %s
                <jb:bean beanId="pallet" class="java.util.LinkedHashMap" createOnElement="pallet">
                    <jb:value property="sscc" data="pallet/@sscc"/>
                </jb:bean>
                <camel:route beanId="pallet">
                    <camel:to endpoint="direct:pallet"/>
                </camel:route>
            </smooks-resource-list>
            """;
    private static final String READER = "<reader class=\"io.lotwire.smooks.XmlSmooksReader\"/>";

    @TempDir
    private Path folder;

    private SmooksRoute route;

    @BeforeEach
    void startCamel() throws Exception {
        route = SmooksRoute.start(Path.of("mappings"));
    }

    @AfterEach
    void stopCamel() {
        route.close();
    }

    @Test
    void aConfigurationIsFoundByTheNameThatProfilesUseAndFindsItsSchema() throws Exception {
        assertThat(written("smooks:mapping:smooks/csv-shipment", Files.readString(CSV)))
                .contains("<line>", "<lot>R001A</lot>");
    }

    @Test
    void aConfigurationInAnotherFolderFindsItsSchemaThere() throws Exception {
        Path from = Path.of("mappings/smooks/csv-shipment");
        for (String file : List.of("smooks.xml", "shipment.dfdl.xsd")) {
            Files.copy(from.resolve(file), folder.resolve(file));
        }

        assertThat(written("smooks:file:" + folder.resolve("smooks.xml"), Files.readString(CSV)))
                .contains("<lot>R001A</lot>");
    }

    @Test
    void aConfigurationMaySendItsBeansOneByOne() throws Exception {
        List<Object> sent = new ArrayList<>();
        route.camel().getRegistry().bind("sent", (Processor)
                exchange -> sent.add(exchange.getMessage().getBody(Map.class).get("sscc")));
        route.add("""
                - route:
                    from:
                      uri: direct:pallet
                      steps:
                        - process: { ref: sent }
                """);

        written(configuration(READER), "<load><pallet sscc='1'/><pallet sscc='2'/></load>");

        assertThat(sent).containsExactly("1", "2");
    }

    @Test
    void aConfigurationThatNamesNoReaderIsRefused() throws Exception {
        String uri = configuration("");

        assertThatThrownBy(() -> written(uri, "<load/>"))
                .rootCause()
                .hasMessageContaining("it names no reader")
                .hasMessageContaining("io.lotwire.smooks.XmlSmooksReader");
    }

    private String configuration(String reader) throws Exception {
        return "smooks:file:" + Files.writeString(folder.resolve("smooks.xml"), BY_XML.formatted(reader));
    }

    private String written(String uri, String file) {
        ProducerTemplate camel = route.camel().createProducerTemplate();
        return camel.requestBody(uri, file.getBytes(StandardCharsets.UTF_8), String.class);
    }
}
