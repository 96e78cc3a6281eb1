package io.lotwire.bench.x12;

import com.berryworks.edireader.EDIReader;
import com.berryworks.edireader.EDIReaderFactory;
import com.berryworks.edireader.EDISyntaxException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** EDIReader: SAX events; checks the envelope's counts and control numbers, and nests the levels' loops. */
final class EdiReaderParser implements Contestant {
    @Override
    public Tally read(byte[] interchange) throws Exception {
        InputSource source = new InputSource(
                new InputStreamReader(new ByteArrayInputStream(interchange), StandardCharsets.ISO_8859_1));
        Lots lots = new Lots();
        try {
            EDIReader reader = EDIReaderFactory.createEDIReader(source);
            reader.setContentHandler(lots);
            reader.parse(source);
        } catch (EDISyntaxException e) {
            throw new Refused(e);
        }
        return lots.sum.tally();
    }

    private static final class Lots extends DefaultHandler {
        private final LotSum sum = new LotSum();
        private final StringBuilder text = new StringBuilder();
        private boolean inLin;
        private boolean qualifierIsLot;
        private int element;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            if (name.equals("segment")) {
                inLin = attributes.getValue("Id").equals("LIN");
                qualifierIsLot = false;
            } else if (inLin && name.equals("element")) {
                String id = attributes.getValue("Id");
                element = Integer.parseInt(id, id.length() - 2, id.length(), 10);
                text.setLength(0);
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (inLin) {
                text.append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            if (!inLin || !name.equals("element")) {
                return;
            }
            if (element % 2 == 0) {
                qualifierIsLot = text.compareTo(LT) == 0;
            } else if (qualifierIsLot) {
                sum.add(text);
            }
        }

        private static final StringBuilder LT = new StringBuilder("LT");
    }
}
