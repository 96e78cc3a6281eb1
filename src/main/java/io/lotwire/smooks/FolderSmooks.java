package io.lotwire.smooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.smooks.Smooks;
import org.smooks.SmooksFactory;
import org.smooks.api.ApplicationContext;
import org.smooks.api.FilterSettings;
import org.smooks.api.Registry;
import org.smooks.api.SmooksConfigException;
import org.smooks.engine.DefaultApplicationContextBuilder;
import org.smooks.engine.DefaultFilterSettings;
import org.smooks.engine.lookup.ResourceConfigsLookup;
import org.smooks.engine.resource.config.DefaultConfigSearch;
import org.xml.sax.SAXException;

/**
 * Makes Smooks for configurations of a folder: what they name is looked for there first. A configuration that names no
 * reader is refused, for the reader that Smooks would take then fetches whatever a document type declaration names.
 */
public final class FolderSmooks implements SmooksFactory {
    private static final String READERS = "org.xml.sax.driver";

    private final Path folder;
    private final FilterSettings settings;

    private FolderSmooks(Path folder, FilterSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** For configurations whose result is what Smooks writes. */
    public static FolderSmooks writing(Path folder) {
        return new FolderSmooks(folder, new DefaultFilterSettings());
    }

    /** For configurations whose result is their beans: nothing is written. */
    static FolderSmooks binding(Path folder) {
        return new FolderSmooks(folder, new DefaultFilterSettings().setDefaultSerializationOn(false));
    }

    @Override
    public Smooks createInstance() {
        return new ReaderNamed(new DefaultApplicationContextBuilder()
                .withClassLoader(new FolderLoader(folder))
                .withFilterSettings(settings)
                .build());
    }

    @Override
    public Smooks createInstance(InputStream configuration) throws IOException, SAXException {
        Smooks smooks = createInstance();
        smooks.addResourceConfigs(configuration);
        return smooks;
    }

    @Override
    public Smooks createInstance(String configuration) throws IOException, SAXException {
        Smooks smooks = createInstance();
        smooks.addResourceConfigs(configuration);
        return smooks;
    }

    /** One whose configuration says by what files are read. */
    private static final class ReaderNamed extends Smooks {
        ReaderNamed(ApplicationContext context) {
            super(context);
        }

        @Override
        public void addResourceConfigs(String base, InputStream configuration) throws SAXException, IOException {
            super.addResourceConfigs(base, configuration);
            Registry registry = getApplicationContext().getRegistry();
            if (registry.lookup(new ResourceConfigsLookup(registry, new DefaultConfigSearch().selector(READERS)))
                    .isEmpty()) {
                throw new SmooksConfigException(Configuration.NO_READER);
            }
        }
    }
}
