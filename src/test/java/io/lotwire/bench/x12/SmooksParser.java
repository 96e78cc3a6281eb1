package io.lotwire.bench.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.daffodil.japi.Diagnostic;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.api.resource.visitor.sax.ng.ElementVisitor;
import org.smooks.cartridges.dfdl.parser.DfdlParser;
import org.smooks.io.source.StreamSource;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Smooks with its EDI cartridge: a DFDL schema of the 856, run by Daffodil, that checks order, types and lengths. */
final class SmooksParser implements Contestant {
    private static final String CONFIGURATION = "/bench/856.smooks.xml";
    private static final int LAST_FIELD = 9;

    private final Smooks smooks;
    private final Lots lots = new Lots();

    private SmooksParser() {
        try {
            smooks = new Smooks(SmooksParser.class.getResourceAsStream(CONFIGURATION));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
        for (int field = 2; field <= LAST_FIELD; field++) {
            smooks.addVisitor(lots, "LIN0" + field);
        }
    }

    /** The only one: compiling its schema takes longer than all else. */
    static SmooksParser shared() {
        return Shared.PARSER;
    }

    @Override
    public Tally read(byte[] interchange) throws Refused {
        lots.sum = new LotSum();
        ExecutionContext context = smooks.createExecutionContext();
        try {
            smooks.filterSource(context, new StreamSource<>(new ByteArrayInputStream(interchange)));
        } catch (SmooksException e) {
            throw new Refused(e);
        }
        List<Diagnostic> diagnostics = context.get(DfdlParser.DIAGNOSTICS_TYPED_KEY);
        if (diagnostics != null && !diagnostics.isEmpty()) {
            throw new Refused(diagnostics.get(0).getSomeMessage());
        }
        return lots.sum.tally();
    }

    private static final class Shared {
        private static final SmooksParser PARSER = new SmooksParser();
    }

    /** Sees the values of a LIN in turn: an even one is a qualifier, the odd one after it the number. */
    private static final class Lots implements ElementVisitor {
        private LotSum sum = new LotSum();
        private boolean qualifierIsLot;

        @Override
        public void visitBefore(Element value, ExecutionContext context) {
            // Its text comes after.
        }

        @Override
        public void visitAfter(Element value, ExecutionContext context) {
            // Its text came before.
        }

        @Override
        public void visitChildText(CharacterData text, ExecutionContext context) {
            String name = text.getParentNode().getNodeName();
            if ((name.charAt(name.length() - 1) - '0') % 2 == 0) {
                qualifierIsLot = text.getData().equals("LT");
            } else if (qualifierIsLot) {
                sum.add(text.getData());
            }
        }

        @Override
        public void visitChildElement(Element child, ExecutionContext context) {
            // A value has no elements inside.
        }
    }
}
