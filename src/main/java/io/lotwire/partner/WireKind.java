package io.lotwire.partner;

import io.lotwire.yaml.YamlFields;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A kind of wire. There is one value of each, which the {@link ServiceLoader} finds by the file in {@code META-INF/services}: no
 * profile's reader or checker knows them by name.
 */
public interface WireKind {
    /** The word that profiles, routes and the ledger use, such as {@code sftp}. */
    String word();

    /**
     * Makes a wire of what a profile says under {@code wires} by this word.
     *
     * @param fields what it says; faults are reported there
     * @param partner the name of the profile
     * @param self true when the wire is the owner's
     */
    Wire read(YamlFields fields, String partner, boolean self);

    /** The key of its description that lets us send over it, such as {@code dropOff}; {@code ""} where nothing ever is sent. */
    String sendingKey();

    /** All kinds, in the order in which profiles have them in their messages. */
    static List<WireKind> all() {
        return Kinds.ALL;
    }

    /** The kind of a word. */
    static Optional<WireKind> of(String word) {
        return all().stream().filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Loads them when they are asked for first. */
    final class Kinds {
        private static final List<WireKind> ALL =
                ServiceLoader.load(WireKind.class, WireKind.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();

        private Kinds() {}
    }
}
