package io.lotwire.web.asset;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that pages load beside themselves, read once. Templates know it as {@code inject:assets}. */
@Singleton
@Named("assets")
public class Assets {
    static final String FOLDER = "/assets/";

    private final Asset style = Asset.of("/web/console.css", "console.css", "text/css; charset=utf-8");
    private final Asset script = Asset.of("/web/console.js", "console.js", "text/javascript; charset=utf-8");
    private final Asset htmx = Asset.of(
            "/META-INF/resources/_static/htmx.org/2.0.2/dist/htmx.min.js", "htmx.js", "text/javascript; charset=utf-8");
    private final Asset icon = Asset.of("/web/icon.svg", "icon.svg", "image/svg+xml");
    private final Map<String, Asset> byAddress =
            Stream.of(style, script, htmx, icon).collect(Collectors.toMap(Asset::address, Function.identity()));

    /** The address of the style. */
    public String style() {
        return style.address();
    }

    /** The address of our script. */
    public String script() {
        return script.address();
    }

    /** The address of htmx. */
    public String htmx() {
        return htmx.address();
    }

    /** The address of the icon. */
    public String icon() {
        return icon.address();
    }

    Optional<Asset> find(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }
}
