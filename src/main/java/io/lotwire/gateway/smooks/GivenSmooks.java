package io.lotwire.gateway.smooks;

import java.io.IOException;
import java.io.InputStream;
import org.smooks.Smooks;
import org.smooks.SmooksFactory;
import org.xml.sax.SAXException;

/**
 * One Smooks that is there already, for the one endpoint that puts a configuration into it.
 *
 * @param smooks without a configuration
 */
record GivenSmooks(Smooks smooks) implements SmooksFactory {
    @Override
    public Smooks createInstance() {
        return smooks;
    }

    @Override
    public Smooks createInstance(InputStream configuration) throws IOException, SAXException {
        smooks.addResourceConfigs(configuration);
        return smooks;
    }

    @Override
    public Smooks createInstance(String configuration) throws IOException, SAXException {
        smooks.addResourceConfigs(configuration);
        return smooks;
    }
}
