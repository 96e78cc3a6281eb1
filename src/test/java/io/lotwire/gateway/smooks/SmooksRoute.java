package io.lotwire.gateway.smooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A Camel with {@code smooks:} as the gateway has it, and with its route for files. */
final class SmooksRoute implements AutoCloseable {
    private static final Path ROUTES = Path.of("routes/2-translate.camel.yaml");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final SmooksEndpoints endpoints = new SmooksEndpoints(camel);

    private SmooksRoute(Path mappings) {
        camel.getRegistry().bind("smooks", new MappingsComponent(mappings));
        camel.getRegistry().bind(SmooksWiring.RESOLVER, new MappingResolver(mappings));
        camel.getRegistry().bind("smooksFile", new SmooksFileStep(endpoints));
    }

    /** Starts it on a folder of mappings. */
    static SmooksRoute start(Path mappings) throws Exception {
        SmooksRoute started = new SmooksRoute(mappings);
        started.add(route("smooks-file"));
        started.camel.start();
        return started;
    }

    /** Adds routes in YAML. */
    void add(String yaml) throws Exception {
        Resource resource = ResourceHelper.fromString("routes.camel.yaml", yaml);
        PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
    }

    DefaultCamelContext camel() {
        return camel;
    }

    SmooksEndpoints endpoints() {
        return endpoints;
    }

    SmooksFiles files() {
        return new SmooksFiles(camel.createProducerTemplate());
    }

    /** The route, and what it may be configured by. */
    private static String route(String id) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        List<Map<String, Map<String, Object>>> all = yaml.load(Files.readString(ROUTES));
        return yaml.dump(all.stream()
                .filter(each ->
                        each.containsKey("route") && each.get("route").get("id").equals(id))
                .toList());
    }

    @Override
    public void close() {
        camel.stop();
    }
}
