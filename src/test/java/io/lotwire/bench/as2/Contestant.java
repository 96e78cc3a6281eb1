package io.lotwire.bench.as2;

import io.lotwire.as2.PeerProcess;
import io.lotwire.as2.PeerProcess.Product;
import io.lotwire.as2.keys.KeyAndCertificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who receives. */
enum Contestant {
    LOTWIRE("Lotwire"),
    AS2_LIB(Product.AS2_LIB.title()),
    OPENAS2(Product.OPENAS2.title());

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The options that all have: this many megabytes of heap at most, and perhaps more. */
    static List<String> java(int heapMegabytes, String... more) {
        List<String> options = new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xms8m", "-Xmx" + heapMegabytes + "m"));
        options.addAll(List.of(more));
        return options;
    }

    /** Starts it in a process of its own with these options. */
    PeerProcess start(Path home, Path folder, KeyAndCertificate farm, KeyAndCertificate hub, List<String> java)
            throws Exception {
        return switch (this) {
            case LOTWIRE -> PeerProcess.start(OurReceiver.class, folder, farm, hub.certificate(), java);
            case AS2_LIB -> PeerProcess.start(home, Product.AS2_LIB, folder, farm, hub.certificate(), java);
            case OPENAS2 -> PeerProcess.start(home, Product.OPENAS2, folder, farm, hub.certificate(), java);
        };
    }
}
