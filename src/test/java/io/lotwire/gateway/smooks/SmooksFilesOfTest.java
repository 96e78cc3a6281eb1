package io.lotwire.gateway.smooks;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** What sends files to Smooks, without a running gateway. */
public final class SmooksFilesOfTest {
    private SmooksFilesOfTest() {}

    /** Where Smooks would run. */
    public static SmooksEndpoints endpoints(CamelContext camel) {
        return new SmooksEndpoints(camel);
    }

    /** By these routes. */
    public static SmooksFiles by(ProducerTemplate camel) {
        return new SmooksFiles(camel);
    }
}
