package io.lotwire.registry.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.registry.Network;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GenealogySvgTest {
    private static final String SPICE = "00614141000012";
    private static final String SOUP = "00614141000029";
    private static final String HOSTILE = "S<script>&\"'\u0001]]>";
    private static final Party PLANT = EventSamples.party("", "Plant with a name that is longer than any box");
    private static final Party STORE = EventSamples.party("", "Store");

    private Network network;

    @BeforeEach
    void begin() throws SQLException {
        network = new Network();
        network.document(
                "D1",
                Purpose.ORIGINAL,
                EventSamples.of(EventType.TRANSFORMED, "in")
                        .gtin(SPICE)
                        .lot(HOSTILE)
                        .cases("10")
                        .into("R1")
                        .from(PLANT)
                        .on("2026-03-02"),
                EventSamples.of(EventType.TRANSFORMED, "out")
                        .gtin(SOUP)
                        .lot("A")
                        .cases("4")
                        .outOf("R1")
                        .from(PLANT)
                        .on("2026-03-02"));
        network.document(
                "D2",
                Purpose.ORIGINAL,
                EventSamples.shipped("ship")
                        .gtin(SOUP)
                        .lot("A")
                        .cases("4")
                        .from(PLANT)
                        .to(STORE)
                        .on("2026-03-03"));
    }

    @Test
    void thePictureIsWellFormedWhateverIsInTheNames() throws Exception {
        Document picture = picture(100);

        assertThat(texts(picture, "text"))
                .contains("S<script>&\"'\uFFFD]]>", "A", "Store", "run R1", "Plant with a name that is\u2026", "10 CA");
        assertThat(texts(picture, "title")).contains("A, Plant with a name that is longer than any box");
    }

    @Test
    void goodsGoFromLeftToRight() throws Exception {
        Document picture = picture(100);

        assertThat(left(picture, "S<script>&\"'\uFFFD]]>")).isLessThan(left(picture, "run R1"));
        assertThat(left(picture, "run R1")).isLessThan(left(picture, "A"));
    }

    @Test
    void itSaysHowManyLotsItLeavesOut() throws Exception {
        assertThat(texts(picture(0), "text")).contains("And 1 more lots.");
        assertThat(texts(picture(100), "text")).noneMatch(text -> text.startsWith("And "));
    }

    @Test
    void itNeedsNothingBesideIt() {
        assertThat(svg(100).replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "href", "<script");
    }

    private String svg(int most) {
        return network.ledger().inTransaction(tx -> {
            long root = tx.handle()
                    .createQuery("select id from lot where code <> 'A'")
                    .mapTo(Long.class)
                    .one();
            return GenealogySvg.of(List.of(Genealogy.of(tx, root, Sense.FORWARD, most)));
        });
    }

    private Document picture(int most) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg(most).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document picture, String tag) {
        NodeList found = picture.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static int left(Document picture, String first) {
        NodeList found = picture.getElementsByTagName("text");
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i).getTextContent().equals(first)) {
                return Integer.parseInt(((Element) found.item(i)).getAttribute("x"));
            }
        }
        throw new AssertionError("No text " + first);
    }
}
