package io.lotwire.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A TCP port on loopback that stays the same for a data folder as long as nobody else takes it. */
final class LoopbackPort {
    /** Below the range from which operating systems give ports to outgoing connections, so that it is free again next time. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 31_999;
    private static final int ATTEMPTS = 200;

    private LoopbackPort() {}

    /** The port stored in the file; when none is stored or it is taken, a free one, which is then stored. */
    static int keptIn(Path file) throws IOException {
        int stored = stored(file);
        if (stored != 0 && isFree(stored)) {
            return stored;
        }
        int port = free();
        Files.writeString(file, Integer.toString(port));
        return port;
    }

    /** The port stored in the file, 0 when there is none. */
    static int stored(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static int free() throws IOException {
        SecureRandom random = new SecureRandom();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = LOWEST + random.nextInt(HIGHEST - LOWEST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("No free port found on 127.0.0.1 between " + LOWEST + " and " + HIGHEST + ".");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
