package io.lotwire.bench.pipeline;

import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import io.lotwire.bench.pipeline.Notices.Item;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A gateway with a small heap, a big interchange over each wire that files come by, and a big set: until they are stored and
 * delivered in three formats, and every lot is in each of these.
 */
final class SmallHeap {
    private static final Cast CAST =
            new Cast(List.of(Farm.A, Farm.WITH_SERVER, Farm.WITH_MAILBOX), List.of(Subscription.EACH_FORMAT));

    /** Lots of a set of the big interchange: a truck with some pallets. */
    private static final int LOTS_OF_SET = 500;

    /** Bytes of a set of wordy items, about. */
    private static final int BYTES_OF_SET = 220_000;

    private static final int MEGABYTE = 1_000_000;
    private static final int AIM_MEGABYTES = 128;
    private static final int MUST_MEGABYTES = 256;

    private final Scene scene;
    private final GcLog collections;
    private final int mailboxPort;
    private final List<Row> rows = new ArrayList<>();

    private SmallHeap(Scene scene, GcLog collections, int mailboxPort) {
        this.scene = scene;
        this.collections = collections;
        this.mailboxPort = mailboxPort;
    }

    /** Measures in a folder of its own. */
    static Outcome of(Scene.Run run, Path folder) throws Exception {
        int heap = run.sizes().of(Size.HEAP);
        GcLog collections = new GcLog(folder.resolve("gc.log"));
        int mailboxPort = freePort();
        try (Scene scene = Scene.start(
                run,
                folder,
                CAST,
                List.of("-Xmx" + heap + "m", collections.option()),
                Map.of("LOTWIRE_MAILBOX_PORT", Integer.toString(mailboxPort)))) {
            return new SmallHeap(scene, collections, mailboxPort).measured(heap);
        }
    }

    /** Puts a document where the gateway takes it. */
    private interface Way {
        void take(int sets, int lots, Item item) throws Exception;
    }

    private Outcome measured(int heap) throws Exception {
        int megabytes = scene.sizes().of(Size.HEAP_MEGABYTES);
        int sets = Math.max(1, (int) ((long) megabytes * MEGABYTE / BYTES_OF_SET));
        String big = megabytes + " MB, " + sets + " sets, ";
        taken(big + "AS2", Farm.A, sets, LOTS_OF_SET, Item.WORDY, this::byAs2);
        taken(big + "their SFTP server", Farm.WITH_SERVER, sets, LOTS_OF_SET, Item.WORDY, this::toTheirServer);
        taken(big + "mailbox", Farm.WITH_MAILBOX, sets, LOTS_OF_SET, Item.WORDY, this::toTheMailbox);
        int lots = scene.sizes().of(Size.HEAP_LOTS);
        taken("one set of " + lots + " lots, AS2", Farm.A, 1, lots, Item.BRIEF, this::byAs2);
        return new Outcome(
                List.of(new Table(
                        "A heap of " + heap + " MB: until stored, and delivered as CSV, EPCIS and X12",
                        List.of("s", "events a second", "MB used at most", "MB kept at most", "MB resident so far"),
                        rows)),
                List.of(new Figure(
                        "heap with which " + megabytes + " MB over each wire and a set of " + lots + " lots pass",
                        "MB",
                        OptionalDouble.of(heap),
                        Figure.Better.LOWER,
                        MUST_MEGABYTES,
                        OptionalDouble.of(AIM_MEGABYTES),
                        "the limit that was set; " + Size.HEAP.property() + " tries another")));
    }

    private void taken(String what, Farm farm, int sets, int lots, Item item, Way way) throws Exception {
        scene.progress().accept("  " + what + " ...");
        long before = scene.ledger().lastInbox();
        long start = System.nanoTime();
        way.take(sets, lots, item);
        scene.waiting().untilSeldomAsked("the file is taken", () -> scene.ledger()
                .inboxAfter(before, farm)
                .isPresent());
        OptionalLong inbox = scene.ledger().inboxAfter(before, farm);
        scene.stored(inbox.orElseThrow());
        scene.idle();
        double seconds = (System.nanoTime() - start) / 1e9;
        long events = scene.ledger().eventsAfter(before);
        Expected.same("lot events stored", (long) sets * lots, events);
        Expected.same(
                "deliveries not confirmed",
                0,
                scene.ledger().notConfirmed(inbox.getAsLong(), Subscription.EACH_FORMAT));
        new DeliveredFiles(scene.partner().files().resolve(SftpBaseline.DIRECTORY)).expectLots(events);
        GcLog.Most most = collections.most();
        rows.add(new Row(
                what,
                List.of(
                        seconds,
                        events / seconds,
                        (double) most.used(),
                        (double) most.kept(),
                        scene.gateway().mostResidentMegabytes())));
        scene.progress()
                .accept("    " + Math.round(seconds) + " s, of the heap " + most.used() + " MB used, " + most.kept()
                        + " MB kept at most");
    }

    private void byAs2(int sets, int lots, Item item) throws Exception {
        scene.senders().send(Farm.A, List.of(scene.big(Farm.A, Subscription.EACH_FORMAT, sets, lots, item)), 1);
    }

    private void toTheirServer(int sets, int lots, Item item) throws Exception {
        Path directory = scene.partner().files().resolve(SftpBaseline.TO_FETCH);
        Path part = directory.resolve("big.edi.part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            scene.notices().write(out, Farm.WITH_SERVER, Subscription.EACH_FORMAT, sets, lots, item);
        }
        Files.move(part, directory.resolve("big.edi"));
    }

    private void toTheMailbox(int sets, int lots, Item item) throws Exception {
        SftpBaseline.leave(
                mailboxPort,
                Farm.WITH_MAILBOX.profileName(),
                ProfileFolder.keys(scene.gateway().data()),
                "inbox/big.edi",
                out -> scene.notices().write(out, Farm.WITH_MAILBOX, Subscription.EACH_FORMAT, sets, lots, item));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
