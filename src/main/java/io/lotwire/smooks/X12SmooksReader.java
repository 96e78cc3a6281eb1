package io.lotwire.smooks;

import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.reader.SmooksXMLReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.DTDHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Our reader of X12 and EDIFACT as a Smooks reader ({@code <reader class="io.lotwire.smooks.X12SmooksReader"/>}): it
 * takes any delimiters, checks envelopes and sets, and gives
 *
 * <pre>{@code
 * <file>
 *   <set id="856" version="004010" interchange="000000101" group="101" transaction="0001">
 *     <BSN number="4" offset="180" length="34" code="00"><BSN01>00</BSN01><BSN02>GV001</BSN02>...</BSN>
 *     <level><HL ...><HL01>1</HL01>...</HL><REF code="BM" ...>...</REF><loop id="N1"><N1 ...>...</N1></loop></level>
 *   </set>
 * </file>
 * }</pre>
 *
 * <p>Levels (HL) stand one after the other; each names its parent in HL02. An element that follows another has that one's
 * text in the attribute {@code after}, so {@code LIN05[@after='LT']} is the places of lots. Empty elements are left out,
 * and components stand in their element as sent. A file with an error is refused as a whole.
 */
public final class X12SmooksReader implements SmooksXMLReader {
    private ContentHandler content;
    private EntityResolver entityResolver;
    private DTDHandler dtdHandler;
    private ErrorHandler errorHandler;

    @Override
    public void parse(InputSource input) throws IOException, SAXException {
        content.startDocument();
        start("file", new AttributesImpl());
        try {
            X12Parser.standard().read("", input.getByteStream(), new Sets());
        } catch (NotTaken e) {
            throw e.reason;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        end("file");
        content.endDocument();
    }

    @Override
    public void parse(String systemId) throws SAXException {
        throw new SAXException("only bytes can be read");
    }

    /** Carries what SAX throws through the parser. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient SAXException reason;

        NotTaken(SAXException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private final class Sets implements InterchangeHandler {
        @Override
        public void transactionSet(TransactionSet set) {
            if (set.verdict() == Verdict.REJECTED) {
                set.problems().stream().filter(Problem::isError).findFirst().ifPresent(this::problem);
            }
            try {
                give(set);
            } catch (SAXException e) {
                throw new NotTaken(e);
            }
        }

        @Override
        public void problem(Problem problem) {
            if (problem.isError()) {
                throw new NotTaken(new SAXException(problem.place() + ": " + problem.message()));
            }
        }
    }

    private void give(TransactionSet set) throws SAXException {
        AttributesImpl attributes = new AttributesImpl();
        add("id", set.id(), attributes);
        add("version", set.version(), attributes);
        add("interchange", set.interchange().controlNumber(), attributes);
        add("group", set.group().controlNumber(), attributes);
        add("transaction", set.controlNumber(), attributes);
        start("set", attributes);
        give(set.root());
        giveLevels(set.root());
        end("set");
    }

    /** A loop's own segments and its loops that are no levels. */
    private void give(Loop loop) throws SAXException {
        for (Segment segment : loop.segments()) {
            give(segment);
        }
        for (Loop inner : loop.loops()) {
            if (!isLevel(inner)) {
                AttributesImpl attributes = new AttributesImpl();
                add("id", inner.id(), attributes);
                start("loop", attributes);
                give(inner);
                end("loop");
            }
        }
    }

    private void giveLevels(Loop loop) throws SAXException {
        for (Loop inner : loop.loops()) {
            if (isLevel(inner)) {
                start("level", new AttributesImpl());
                give(inner);
                end("level");
                giveLevels(inner);
            }
        }
    }

    private static boolean isLevel(Loop loop) {
        return loop.id().equals("HL");
    }

    private void give(Segment segment) throws SAXException {
        AttributesImpl attributes = new AttributesImpl();
        add("number", Integer.toString(segment.number()), attributes);
        add("offset", Long.toString(segment.offset()), attributes);
        add("length", Integer.toString(segment.length()), attributes);
        add("code", segment.element(1), attributes);
        start(segment.id(), attributes);
        for (int i = 1; i <= segment.elementCount(); i++) {
            String text = segment.element(i);
            if (!text.isEmpty()) {
                String name = segment.id() + (i < 10 ? "0" : "") + i;
                AttributesImpl after = new AttributesImpl();
                if (i > 1) {
                    add("after", segment.element(i - 1), after);
                }
                start(name, after);
                content.characters(text.toCharArray(), 0, text.length());
                end(name);
            }
        }
        end(segment.id());
    }

    private static void add(String name, String value, AttributesImpl attributes) {
        attributes.addAttribute("", name, name, "CDATA", value);
    }

    private void start(String name, AttributesImpl attributes) throws SAXException {
        content.startElement("", name, name, attributes);
    }

    private void end(String name) throws SAXException {
        content.endElement("", name, name);
    }

    @Override
    public void setExecutionContext(ExecutionContext context) {
        // Nothing of it is needed.
    }

    @Override
    public boolean getFeature(String name) {
        return false;
    }

    @Override
    public void setFeature(String name, boolean value) {
        // There are no entities or namespaces that a feature could be about.
    }

    @Override
    public Object getProperty(String name) {
        return null;
    }

    @Override
    public void setProperty(String name, Object value) {
        // As for features.
    }

    @Override
    public void setEntityResolver(EntityResolver resolver) {
        entityResolver = resolver;
    }

    @Override
    public EntityResolver getEntityResolver() {
        return entityResolver;
    }

    @Override
    public void setDTDHandler(DTDHandler handler) {
        dtdHandler = handler;
    }

    @Override
    public DTDHandler getDTDHandler() {
        return dtdHandler;
    }

    @Override
    public void setContentHandler(ContentHandler handler) {
        content = handler;
    }

    @Override
    public ContentHandler getContentHandler() {
        return content;
    }

    @Override
    public void setErrorHandler(ErrorHandler handler) {
        errorHandler = handler;
    }

    @Override
    public ErrorHandler getErrorHandler() {
        return errorHandler;
    }
}
