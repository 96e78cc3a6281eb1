package io.lotwire.wire;

import io.lotwire.partner.Wire;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Tries a wire step by step, and sends nothing over it. There is one for each kind of wire, which the
 * {@link ServiceLoader} finds by the file in {@code META-INF/services}.
 */
public interface Probe {
    /** What lines about such wires begin with, such as {@code sftp}. */
    String word();

    /** Whether the wire is of the kind that it tries. */
    boolean fits(Wire wire);

    /** Tries a wire that fits; each step with what came of it. */
    List<ProbeStep> run(Wire wire, ProbePlace place);

    /** The probe for a wire; empty when its kind has none. */
    static Optional<Probe> of(Wire wire) {
        return ServiceLoader.load(Probe.class, Probe.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(probe -> probe.fits(wire))
                .findFirst();
    }
}
