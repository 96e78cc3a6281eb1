package io.lotwire.smooks;

import java.io.IOException;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.reader.SmooksXMLReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.DTDHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Files that are XML, as a Smooks reader ({@code <reader class="io.lotwire.smooks.XmlSmooksReader"/>}). A document type
 * declaration is refused: with it a file could name others, or grow without end.
 */
public final class XmlSmooksReader implements SmooksXMLReader {
    private final XMLReader parser;

    /** @throws SAXException when this Java has no parser that can be told to refuse document types */
    public XmlSmooksReader() throws SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parser = factory.newSAXParser().getXMLReader();
            // What is wrong is thrown, and not also printed.
            parser.setErrorHandler(new DefaultHandler());
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void parse(InputSource input) throws IOException, SAXException {
        parser.parse(input);
    }

    @Override
    public void parse(String systemId) throws SAXException {
        throw new SAXException("only bytes can be read");
    }

    @Override
    public boolean getFeature(String name) throws SAXNotRecognizedException, SAXNotSupportedException {
        return parser.getFeature(name);
    }

    @Override
    public void setFeature(String name, boolean value) throws SAXNotRecognizedException, SAXNotSupportedException {
        parser.setFeature(name, value);
    }

    @Override
    public Object getProperty(String name) throws SAXNotRecognizedException, SAXNotSupportedException {
        return parser.getProperty(name);
    }

    @Override
    public void setProperty(String name, Object value) throws SAXNotRecognizedException, SAXNotSupportedException {
        parser.setProperty(name, value);
    }

    @Override
    public void setEntityResolver(EntityResolver resolver) {
        parser.setEntityResolver(resolver);
    }

    @Override
    public EntityResolver getEntityResolver() {
        return parser.getEntityResolver();
    }

    @Override
    public void setDTDHandler(DTDHandler handler) {
        parser.setDTDHandler(handler);
    }

    @Override
    public DTDHandler getDTDHandler() {
        return parser.getDTDHandler();
    }

    @Override
    public void setContentHandler(ContentHandler handler) {
        parser.setContentHandler(handler);
    }

    @Override
    public ContentHandler getContentHandler() {
        return parser.getContentHandler();
    }

    @Override
    public void setErrorHandler(ErrorHandler handler) {
        parser.setErrorHandler(handler);
    }

    @Override
    public ErrorHandler getErrorHandler() {
        return parser.getErrorHandler();
    }

    @Override
    public void setExecutionContext(ExecutionContext context) {
        // Nothing of it is needed.
    }
}
