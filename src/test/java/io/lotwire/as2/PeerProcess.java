package io.lotwire.as2;

import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.keys.BouncyCastle;
import io.lotwire.as2.keys.KeyAndCertificate;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another AS2 implementation in a process of its own, on loopback: "Farm" to the "HUB" that is ours. The sources of what
 * holds its hand are in {@code src/test/peers}.
 */
public final class PeerProcess implements AutoCloseable {
    /** The implementations there are. */
    public enum Product {
        /** as2-lib, by Philip Helger. */
        AS2_LIB("as2-lib 5.1.7", "as2-lib", "io.lotwire.peer.As2Lib"),
        /** OpenAS2. */
        OPENAS2("OpenAS2 2.10.1", "openas2", "io.lotwire.peer.OpenAs2");

        private final String title;
        private final String artifact;
        private final String main;

        Product(String title, String artifact, String main) {
            this.title = title;
            this.artifact = artifact;
            this.main = main;
        }

        /** Name and version. */
        public String title() {
            return title;
        }
    }

    /** Why a peer could not be built: Maven is missing, or it cannot fetch what the peer is made of. */
    public static final class NotBuilt extends IOException {
        private static final long serialVersionUID = 1L;

        NotBuilt(String message) {
            super(message);
        }
    }

    private static final Path SOURCES = Path.of("src/test/peers");
    private static final Path BUILT = Path.of("target/peers");
    private static final long STOP_SECONDS = 10;

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;
    private final URI address;
    private final URI mdnAddress;

    private PeerProcess(Path folder, Process process) throws IOException {
        this.folder = folder;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        String[] said = heard().split(" ", -1);
        this.address = URI.create("http://127.0.0.1:" + said[1] + "/as2");
        this.mdnAddress = URI.create("http://127.0.0.1:" + said[2] + "/mdn");
    }

    /**
     * Builds a peer where that was not done since its sources changed, and starts it.
     *
     * @param home the repository's root
     * @param folder where it keeps its files; made when missing
     * @param farm its key
     * @param hub our certificate
     * @param javaOptions options for its Java, such as {@code -Xmx64m}
     * @throws NotBuilt when it cannot be built
     */
    public static PeerProcess start(
            Path home,
            Product product,
            Path folder,
            KeyAndCertificate farm,
            X509Certificate hub,
            List<String> javaOptions)
            throws Exception {
        build(home);
        Path built = home.resolve(BUILT).resolve(product.artifact).toAbsolutePath();
        String classPath = built.resolve("classes") + File.pathSeparator + built.resolve("lib") + "/*";
        KeyStore keys = product == Product.OPENAS2
                ? KeyStore.getInstance("PKCS12", BouncyCastle.PROVIDER)
                : KeyStore.getInstance("PKCS12");
        return start(keys, classPath, product.main, folder, farm, hub, javaOptions);
    }

    /** Starts a receiver of ours in the same way, with only the libraries that AS2 uses. */
    public static PeerProcess start(
            Class<?> main, Path folder, KeyAndCertificate farm, X509Certificate hub, List<String> javaOptions)
            throws Exception {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Files.isDirectory(Path.of(entry))
                        || Path.of(entry).getFileName().toString().matches("(bc|AmazonCorretto).*"))
                .collect(Collectors.joining(File.pathSeparator));
        return start(KeyStore.getInstance("PKCS12"), classPath, main.getName(), folder, farm, hub, javaOptions);
    }

    private static PeerProcess start(
            KeyStore keys,
            String classPath,
            String main,
            Path folder,
            KeyAndCertificate farm,
            X509Certificate hub,
            List<String> javaOptions)
            throws Exception {
        Files.createDirectories(folder);
        keys.load(null, null);
        keys.setKeyEntry("Farm", farm.key(), "pw".toCharArray(), new Certificate[] {farm.certificate()});
        keys.setCertificateEntry("HUB", hub);
        try (var out = Files.newOutputStream(folder.resolve("keys.p12"))) {
            keys.store(out, "pw".toCharArray());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath, main, folder.toAbsolutePath().toString(), "quiet"));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("log.txt").toFile())
                .start();
        try {
            return new PeerProcess(folder, process);
        } catch (IOException | RuntimeException notStarted) {
            process.destroyForcibly();
            throw notStarted;
        }
    }

    /** Where it takes messages. */
    public URI address() {
        return address;
    }

    /** Where it takes asynchronous MDNs. */
    URI mdnAddress() {
        return mdnAddress;
    }

    /** Of its Java. */
    public long pid() {
        return process.pid();
    }

    /** What it has received, a file a message. */
    public List<Path> received() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("in"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Makes it send a file. Says {@code confirmed}, or why it does not hold the message for delivered. */
    String send(URI to, Path file, Combination how) throws IOException {
        return asked("send\t" + to + "\t" + file.toAbsolutePath() + "\t" + words(how));
    }

    /** Tells it how the next messages to it are protected. */
    public void expect(SendingRules rules) throws IOException {
        expect(new Combination(rules.sign(), rules.encrypt(), rules.compression(), rules.signedMdn(), false));
    }

    void expect(Combination how) throws IOException {
        String answer = asked("expect\t" + words(how));
        if (!answer.equals("ready")) {
            throw new IOException(answer);
        }
    }

    /** Ends its process. */
    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String asked(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return heard();
    }

    private String heard() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The peer ended:\n" + Files.readString(folder.resolve("log.txt")));
        }
        return line;
    }

    private static String words(Combination how) {
        return String.join(
                "\t",
                how.sign().map(Enum::name).orElse("-"),
                how.encrypt().map(Enum::name).orElse("-"),
                how.compression().name(),
                Boolean.toString(how.signedMdn()),
                Boolean.toString(how.asyncMdn()));
    }

    private static synchronized void build(Path home) throws IOException, InterruptedException {
        Path sources = home.resolve(SOURCES);
        Path mark = home.resolve(BUILT).resolve("built");
        if (Files.exists(mark) && !changedSince(sources, mark)) {
            return;
        }
        Path log = Files.createDirectories(home.resolve(BUILT)).resolve("build.txt");
        int code;
        try {
            code = new ProcessBuilder(
                            "mvn", "-B", "-q", "-f", sources.resolve("pom.xml").toString(), "package")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (IOException noMaven) {
            throw new NotBuilt("There is no 'mvn' on the PATH: " + noMaven.getMessage());
        }
        if (code != 0) {
            throw new NotBuilt("The peers cannot be built:\n" + Files.readString(log));
        }
        Files.writeString(mark, "");
    }

    private static boolean changedSince(Path sources, Path mark) throws IOException {
        long built = Files.getLastModifiedTime(mark).toMillis();
        try (Stream<Path> files = Files.walk(sources, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toMillis() > built) {
                    return true;
                }
            }
        }
        return false;
    }
}
