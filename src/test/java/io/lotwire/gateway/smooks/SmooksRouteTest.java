package io.lotwire.gateway.smooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lotwire.desk.Handling;
import io.lotwire.desk.Outcome;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.FileBytes;
import io.lotwire.smooks.SmooksMapping;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on the route {@code direct:smooks-file}, and what becomes of the endpoints that read them. */
class SmooksRouteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NAME = "smooks/csv";
    private static final int LINES_OF_A_BLOCK = 250;
    private static final String HEADINGS =
            "shipment,shipped,purchase order,item,GTIN,description,lot,expires,quantity,unit,"
                    + "SSCC,from GLN,from name,to GLN,to name\n";
    private static final String BLOCK =
            "PF-1,2026-03-04,4500,ROM-12,10614141000019,Romaine,R001A,2026-03-18,40,CA,,,,,\n".repeat(LINES_OF_A_BLOCK);

    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    private Path mappings;

    private SmooksRoute route;

    @BeforeEach
    void startCamel() throws Exception {
        Path from = Path.of("mappings/smooks/csv-shipment");
        Path folder = Files.createDirectories(mappings.resolve(NAME));
        for (String file : List.of("smooks.xml", "shipment.dfdl.xsd")) {
            Files.copy(from.resolve(file), folder.resolve(file));
        }
        route = SmooksRoute.start(mappings);
    }

    @AfterEach
    void stopCamel() {
        route.close();
    }

    @Test
    void eventsLeaveWhileTheFileIsStillRead() throws IOException {
        int blocks = 50;
        AtomicLong read = new AtomicLong();
        AtomicLong readAtTheFirstEvent = new AtomicLong();
        AtomicInteger events = new AtomicInteger();

        Outcome outcome = translate(load(), () -> counted(blocks(blocks), read), event -> {
            if (events.getAndIncrement() == 0) {
                readAtTheFirstEvent.set(read.get());
            }
        });

        assertThat(outcome.problems()).isEmpty();
        assertThat(events).hasValue(blocks * LINES_OF_A_BLOCK);
        assertThat(readAtTheFirstEvent.get()).isLessThan(read.get() / 5);
    }

    @Test
    void filesAreReadSideBySide() throws Exception {
        SmooksMapping mapping = load();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> one = () -> {
                AtomicInteger events = new AtomicInteger();
                Outcome outcome = translate(mapping, () -> blocks(2), event -> events.incrementAndGet());
                assertThat(outcome.problems()).isEmpty();
                return events.get();
            };
            for (Future<Integer> made : threads.invokeAll(Collections.nCopies(8, one))) {
                assertThat(made.get()).isEqualTo(2 * LINES_OF_A_BLOCK);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aChangedConfigurationReadsByAnEndpointOfItsOwn() throws IOException {
        SmooksMapping before = load();
        change("<param name=\"lotwire.event\">shipped<", "<param name=\"lotwire.event\">received<");
        SmooksMapping after = load();

        assertThat(types(before)).containsExactly("SHIPPED");
        assertThat(types(after)).containsExactly("RECEIVED");
        assertThat(types(before)).as("work that has begun ends as it began").containsExactly("SHIPPED");
    }

    @Test
    void theEndpointOfAnEditionEndsWhenNobodyReadsByItAnyMore() throws IOException {
        SmooksMapping kept = load();
        types(load());

        await().atMost(PATIENCE).until(() -> {
            System.gc();
            return endpoints() == 1;
        });
        assertThat(types(kept)).containsExactly("SHIPPED");
    }

    @Test
    void whatIsWrongWithAConfigurationIsSaidAsWithoutCamel() throws IOException {
        change("createOnElement=\"line\"", "createOnElement=\"line\" setter=\"x\"");

        assertThat(SmooksMapping.load(mappings, NAME, problems::add)).isEmpty();
        assertThat(SmooksMapping.load(mappings, NAME, route.endpoints()::start, problems::add))
                .isEmpty();

        assertThat(problems).hasSize(2);
        assertThat(problems.get(1)).isEqualTo(problems.get(0));
        assertThat(endpoints()).isZero();
    }

    @Test
    void bytesThatCannotBeReadAreNoFaultOfTheFile() throws IOException {
        IOException broken = new IOException("the disk is broken");
        SmooksMapping mapping = load();
        FileBytes bytes = () -> new SequenceInputStream(blocks(1), failing(broken));
        Handling.ByFileMapping alone =
                handling(SmooksMapping.load(mappings, NAME, problems::add).orElseThrow());

        assertThatThrownBy(() -> translate(mapping, bytes, event -> {})).isSameAs(broken);
        assertThatThrownBy(() -> alone.translate(bytes, received(), event -> {}))
                .isSameAs(broken);
        assertThatThrownBy(() -> translate(
                        mapping,
                        () -> {
                            throw broken;
                        },
                        event -> {}))
                .isSameAs(broken);
    }

    @Test
    void whoeverTakesTheEventsHearsOfItsOwnFailure() throws IOException {
        IllegalStateException full = new IllegalStateException("full");
        SmooksMapping mapping = load();

        assertThatThrownBy(() -> translate(mapping, () -> blocks(1), event -> {
                    throw full;
                }))
                .isSameAs(full);
    }

    private SmooksMapping load() {
        return SmooksMapping.load(mappings, NAME, route.endpoints()::start, problems::add)
                .orElseThrow(() -> new AssertionError(problems.toString()));
    }

    private void change(String from, String to) throws IOException {
        Path file = mappings.resolve(NAME).resolve("smooks.xml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private List<String> types(SmooksMapping mapping) throws IOException {
        List<String> types = new ArrayList<>();
        translate(mapping, () -> blocks(1), event -> types.add(event.type().name()));
        return types.stream().distinct().toList();
    }

    private Outcome translate(SmooksMapping mapping, FileBytes bytes, Consumer<LotEvent> events) throws IOException {
        return route.files().translate(handling(mapping), bytes, received(), events);
    }

    private static Handling.ByFileMapping handling(SmooksMapping mapping) {
        Inbound agreed = Inbound.of("csv", NAME, null);
        return new Handling.ByFileMapping(Profile.ofSender("partner", List.of(agreed)), agreed, mapping);
    }

    private static ReceivedBytes received() {
        return new ReceivedBytes("in.csv", "sha");
    }

    private long endpoints() {
        return route.camel().getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointUri().startsWith("smooks:"))
                .count();
    }

    private static InputStream blocks(int count) {
        return new SequenceInputStream(
                Collections.enumeration(Stream.concat(Stream.of(HEADINGS), Collections.nCopies(count, BLOCK).stream())
                        .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                        .toList()));
    }

    private static InputStream counted(InputStream bytes, AtomicLong read) {
        return new FilterInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                read.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    private static InputStream failing(IOException why) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw why;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw why;
            }
        };
    }
}
