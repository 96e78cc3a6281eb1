package io.lotwire.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * The hand that holds a peer. It says on standard output to which ports it listens, then answers each line of standard
 * input with one line, and ends when standard input does. What libraries print goes to standard error.
 */
public final class Control {
    /** One answer to one command. */
    public interface Peer {
        /** Makes the peer send a file and wait for the receipt; {@code confirmed}, or the reason why it is not. */
        String send(String url, String file, How how) throws Exception;

        /** Tells the peer how the next messages to it will be protected. */
        void expect(How how) throws Exception;
    }

    /** A peer that listens to these ports. */
    public interface Start {
        Peer start(String folder, int port, int mdnPort) throws Exception;
    }

    /**
     * How a message is protected and what receipt is asked for.
     *
     * @param sign digest such as {@code SHA_256}, {@code -} for none
     * @param encrypt algorithm such as {@code AES_128_CBC}, {@code -} for none
     * @param compression {@code NONE}, {@code BEFORE_SIGNING} or {@code AFTER_SIGNING}
     */
    public record How(String sign, String encrypt, String compression, boolean signedMdn, boolean asyncMdn) {
        static How of(String[] words, int from) {
            return new How(
                    words[from],
                    words[from + 1],
                    words[from + 2],
                    Boolean.parseBoolean(words[from + 3]),
                    Boolean.parseBoolean(words[from + 4]));
        }

        public boolean signs() {
            return !sign.equals("-");
        }

        public boolean encrypts() {
            return !encrypt.equals("-");
        }

        public boolean compresses() {
            return !compression.equals("NONE");
        }

        /** The digest that is asked for in a signed receipt. */
        public String micAlgorithm() {
            return signs() ? sign : "SHA_256";
        }

        /** The header Disposition-Notification-Options: an unsigned receipt is asked for without a protocol. */
        public String mdnOptions(String micAlgorithm) {
            String micalg = "signed-receipt-micalg=optional, " + micAlgorithm;
            return signedMdn ? "signed-receipt-protocol=optional, pkcs7-signature; " + micalg : micalg;
        }
    }

    private Control() {}

    /** Runs a peer until standard input ends. */
    public static void run(String[] arguments, Start start) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        if (arguments.length > 1 && arguments[1].equals("quiet")) {
            LogManager.getLogManager().reset();
        }
        int port = freePort();
        int mdnPort = freePort();
        Peer peer = start.start(arguments[0], port, mdnPort);
        answers.println("listening " + port + " " + mdnPort);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            answers.println(answer(peer, line.split("\t")).replaceAll("\\s+", " "));
        }
        System.exit(0);
    }

    private static String answer(Peer peer, String[] words) {
        try {
            switch (words[0]) {
                case "send":
                    return peer.send(words[1], words[2], How.of(words, 3));
                case "expect":
                    peer.expect(How.of(words, 1));
                    return "ready";
                default:
                    return "unknown command " + words[0];
            }
        } catch (Exception failed) {
            return reason(failed);
        }
    }

    /** A throwable and its causes in a line. */
    public static String reason(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(text.length() == 0 ? "" : " <- ").append(cause);
        }
        return text.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
