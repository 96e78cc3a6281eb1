package io.lotwire.web.door;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A browser that shows its session. */
final class SessionRequest extends BaseAuthenticationRequest {
    private final String shown;
    private final String address;

    /**
     * @param shown what its cookie says
     * @param address from where it asks
     */
    SessionRequest(String shown, String address) {
        this.shown = shown;
        this.address = address;
    }

    String shown() {
        return shown;
    }

    String address() {
        return address;
    }
}
