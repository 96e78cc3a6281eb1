package io.lotwire.gateway.smooks;

import io.lotwire.smooks.FolderSmooks;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.component.smooks.SmooksComponent;
import org.apache.camel.component.smooks.SmooksProcessor;

/**
 * Camel's {@code smooks:} component, where a configuration that is a file ({@code smooks:mapping:smooks/csv-shipment},
 * {@code smooks:file:own/smooks.xml}) finds what it names in its own folder.
 */
final class MappingsComponent extends SmooksComponent {
    private static final String MAPPING = MappingResolver.SCHEME + ":";
    private static final String FILE = "file:";

    private final Path mappings;

    /** @param mappings the folder of mappings */
    MappingsComponent(Path mappings) {
        this.mappings = mappings;
        // A factory that is there for one endpoint is not for all.
        setAutowiredEnabled(false);
    }

    @Override
    protected void configureSmooksProcessor(
            SmooksProcessor smooks, String uri, String configuration, Map<String, Object> parameters) throws Exception {
        smooks.setSmooksFactory(FolderSmooks.writing(folder(configuration)));
        setProperties(smooks, parameters);
    }

    private Path folder(String configuration) {
        if (configuration.startsWith(MAPPING)) {
            return mappings.resolve(configuration.substring(MAPPING.length()));
        }
        return configuration.startsWith(FILE)
                ? Path.of(configuration.substring(FILE.length()))
                        .toAbsolutePath()
                        .getParent()
                : mappings;
    }
}
