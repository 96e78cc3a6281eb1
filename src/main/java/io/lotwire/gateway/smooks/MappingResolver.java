package io.lotwire.gateway.smooks;

import io.lotwire.smooks.SmooksMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceResolverSupport;
import org.apache.camel.support.ResourceSupport;

/** Finds configurations by the names that profiles call them by: {@code mapping:smooks/csv-shipment}. */
final class MappingResolver extends ResourceResolverSupport {
    static final String SCHEME = "mapping";

    private final Path mappings;

    /** @param mappings the folder of mappings */
    MappingResolver(Path mappings) {
        super(SCHEME);
        this.mappings = mappings;
    }

    @Override
    protected Resource createResource(String location, String name) {
        Path file = SmooksMapping.root(mappings, name);
        return new ResourceSupport(SCHEME, location) {
            @Override
            public boolean exists() {
                return Files.isRegularFile(file);
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
