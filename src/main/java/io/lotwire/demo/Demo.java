package io.lotwire.demo;

import io.lotwire.gateway.FirstSignIn;
import io.lotwire.gateway.GatewayProcess;
import io.lotwire.gateway.RunningGateway;
import io.lotwire.gateway.Settings;
import io.lotwire.setting.SettingTexts;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The main job, real at every point: a gateway and four partners in one process, each with its own keys and speaking its
 * own protocol on loopback.
 */
public final class Demo {
    private final DemoScreen screen;
    private final boolean once;
    private final Clock clock = Clock.systemUTC();
    private Companies companies;

    /**
     * @param out where the screen is printed
     * @param once whether the process ends when every delivery is confirmed
     */
    public Demo(PrintStream out, boolean once) {
        this.screen = new DemoScreen(out);
        this.once = once;
    }

    /**
     * Runs the demo; the process ends with exit code 0 when every delivery was confirmed, else 1.
     *
     * @throws IOException when a part does not start
     */
    public void run() throws IOException {
        choosePort();
        System.setProperty("quarkus.log.console.enabled", "false");
        Settings settings = Settings.ofProcess();
        screen.start(settings.data());
        new GatewayProcess(settings, screen::progress, folder -> startCompanies(folder.path()), running -> new Thread(
                                () -> play(running, settings), "demo")
                        .start())
                .run();
    }

    private void startCompanies(Path data) throws IOException {
        screen.progress("a farm and a retailer (AS2), a warehouse (SFTP)");
        System.setProperty(Settings.DATA.name(), data.toString());
        companies = Companies.start(data, clock);
        System.setProperty("FAIRWAY_AS2_URL", companies.retailer().url().toString());
        System.setProperty("GREEN_VALLEY_AS2_URL", companies.farm().url().toString());
        System.setProperty("HARBOR_SFTP_HOST", "127.0.0.1");
        System.setProperty(
                "HARBOR_SFTP_PORT", Integer.toString(companies.warehouse().port()));
        System.setProperty("HARBOR_SFTP_USER", Companies.SFTP_USER);
    }

    private void play(RunningGateway running, Settings settings) {
        boolean confirmed = false;
        try {
            DemoDocuments documents = new DemoDocuments(nextRun(settings.data()), clock);
            confirmed = new DemoScript(running, companies, documents, screen).play();
            screen.end(confirmed, once, running.httpPort(), documents.tracedLot());
            if (!once) {
                FirstSignIn.make(settings, running.database(), clock).ifPresent(screen::say);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            screen.failed(failed);
        }
        if (once || !confirmed) {
            companies.close();
            Quarkus.asyncExit(confirmed ? 0 : 1);
        }
    }

    /** The usual port when it is free, unless the environment names one: the demo must not fail for a busy port. */
    private static void choosePort() {
        String name = Settings.HTTP_PORT.name();
        String named = SettingTexts.ofProcess().variable(name);
        if (named != null && !named.isBlank()) {
            return;
        }
        try (ServerSocket usual =
                new ServerSocket(Integer.parseInt(Settings.HTTP_PORT.usual()), 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(name, Integer.toString(usual.getLocalPort()));
        } catch (IOException busy) {
            System.setProperty(name, "0");
        }
    }

    private static int nextRun(Path data) throws IOException {
        Path counter = Files.createDirectories(data.resolve("demo")).resolve("run");
        int run = Files.exists(counter)
                ? Integer.parseInt(Files.readString(counter).strip()) + 1
                : 1;
        Files.writeString(counter, run + "\n");
        return run;
    }
}
