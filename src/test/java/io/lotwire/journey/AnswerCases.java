package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.Sent;
import io.lotwire.demo.As2Station;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.WrittenDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders that each hold a case: {@code in.edi} goes over the wire that the folder's name begins with; {@code ledger.txt} is
 * what the database then says of it, {@code answer.edi} what its sender hears. A new case needs no Java.
 *
 * @param folder the cases are the folders in it
 */
record AnswerCases(Path folder, Partners partners, GatewayUnderTest gateway, LedgerView ledger) {

    /** The names of the cases in a folder. */
    static List<String> in(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    /** True when what this case sends goes over AS2, false when over SFTP. */
    static boolean isByAs2(String name) {
        return name.startsWith("as2-");
    }

    /** Sends what the case sends. */
    void send(String name) throws Exception {
        send(
                isByAs2(name),
                name + ".edi",
                Files.readAllBytes(folder.resolve(name).resolve("in.edi")));
    }

    /** Sends any document: from the farm over AS2, or from the warehouse over SFTP. */
    void send(boolean byAs2, String fileName, byte[] document) throws Exception {
        if (byAs2) {
            Sent sent = partners.farm().send(partners.message(partners.farm(), fileName, document), gateway.as2());
            assertThat(sent).isInstanceOf(Sent.Confirmed.class);
        } else {
            partners.warehouse().drop(fileName, document);
        }
    }

    /** What came of a case is what stands in its folder; the bytes are kept and every answer has arrived. */
    void assertAsExpected(String name) throws IOException {
        Path golden = folder.resolve(name);
        InboxRow row = ledger.doneFile(name + ".edi");
        List<Delivery> caused = ledger.delivered(row);
        Golden.assertSame(golden.resolve("ledger.txt"), ledger.account(row));
        Golden.assertSame(golden.resolve("answer.edi"), answers(caused));
        assertThat(caused).allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(DeliveryState.CONFIRMED));
        assertThat(gateway.archive().open(row.content()))
                .hasBinaryContent(Files.readAllBytes(golden.resolve("in.edi")));
    }

    /** What the sender has heard, one acknowledgement after the other, as it lies with them. */
    private String answers(List<Delivery> caused) throws IOException {
        StringBuilder answers = new StringBuilder();
        for (Delivery delivery : caused) {
            if (delivery.kind() == DeliveryKind.ACKNOWLEDGEMENT) {
                WrittenDocument written = delivery.document().orElseThrow();
                byte[] heard = delivery.wire().equals("as2")
                        ? Files.readAllBytes(farmHas(written.messageId()))
                        : partners.warehouse().inbound(written.fileName());
                answers.append(Golden.withoutOwnNumbers(Golden.withoutMoment(heard)));
            }
        }
        return answers.toString();
    }

    private Path farmHas(String messageId) {
        return partners.farm().deliveries().stream()
                .filter(delivery -> delivery.messageId().equals(messageId))
                .map(As2Station.Delivery::file)
                .findFirst()
                .orElseThrow();
    }
}
