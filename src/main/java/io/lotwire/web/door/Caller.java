package io.lotwire.web.door;

import io.lotwire.gateway.Settings;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** From where a request comes, before anybody knows from whom. */
@RequestScoped
public class Caller {
    private final HttpServerRequest request;
    private final Settings settings;

    Caller(HttpServerRequest request, Settings settings) {
        this.request = request;
        this.settings = settings;
    }

    /** The address of the machine. */
    public String address() {
        return request.remoteAddress().hostAddress();
    }

    /** What the browser says of itself; {@code ""} when nothing. */
    public String browser() {
        String said = request.getHeader("User-Agent");
        return said == null ? "" : said;
    }

    /** Whether it comes over HTTPS. */
    public boolean isSecure() {
        return request.isSSL();
    }

    /** Why nobody signs in from there; empty when they may. A password that another machine sends in the clear is everybody's. */
    public List<String> problems() {
        return isSecure() || isThisMachine() || settings.plainSignIn()
                ? List.of()
                : List.of("Over plain HTTP one signs in from the gateway's own machine alone: use HTTPS"
                        + " (LOTWIRE_HTTPS_PORT), a proxy that says so (QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING), or,"
                        + " where nothing can listen between, LOTWIRE_SIGN_IN_OVER_HTTP.");
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(address()).isLoopbackAddress();
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
