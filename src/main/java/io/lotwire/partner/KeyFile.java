package io.lotwire.partner;

import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A PKCS#12 file with our private key and its certificate. Its password stands in a file of its own, so that neither
 * profiles nor the environment hold it.
 *
 * @param path the PKCS#12 file
 * @param passwordFile a file with the password in its first line
 * @param at where the profile names it
 */
public record KeyFile(Path path, Path passwordFile, FileLine at) {

    /**
     * The password: the first line of its file.
     *
     * @throws IOException when the file cannot be read
     */
    public char[] password() throws IOException {
        return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
    }

    /**
     * Opens the file.
     *
     * @throws IOException when a file cannot be read, or the password is wrong
     * @throws GeneralSecurityException when the file holds something this platform does not know
     */
    public KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, password());
        }
        return store;
    }

    /**
     * The name of the key in the opened file.
     *
     * @throws GeneralSecurityException when there is not exactly one private key
     */
    public static String alias(KeyStore store) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new GeneralSecurityException("the file holds " + keys.size() + " private keys instead of one");
        }
        return keys.get(0);
    }
}
