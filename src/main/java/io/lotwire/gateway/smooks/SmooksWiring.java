package io.lotwire.gateway.smooks;

import io.lotwire.gateway.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.component.smooks.SmooksComponent;
import org.apache.camel.spi.ResourceResolver;

/** Makes {@code smooks:} and the names of its configurations known to the routes. */
final class SmooksWiring {
    /** The name by which Camel looks for what finds configurations. */
    static final String RESOLVER = "resource-loader-" + MappingResolver.SCHEME;

    @Produces
    @Named("smooks")
    @Singleton
    SmooksComponent smooks(Settings settings) {
        return new MappingsComponent(settings.mappings());
    }

    @Produces
    @Named(RESOLVER)
    @Singleton
    ResourceResolver mappings(Settings settings) {
        return new MappingResolver(settings.mappings());
    }
}
