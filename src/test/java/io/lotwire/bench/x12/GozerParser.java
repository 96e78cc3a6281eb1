package io.lotwire.bench.x12;

import com.walmartlabs.x12.X12TransactionSet;
import com.walmartlabs.x12.common.segment.LINItemIdentification;
import com.walmartlabs.x12.exceptions.X12ParserException;
import com.walmartlabs.x12.standard.StandardX12Document;
import com.walmartlabs.x12.standard.StandardX12Parser;
import com.walmartlabs.x12.standard.X12Group;
import com.walmartlabs.x12.standard.X12Loop;
import com.walmartlabs.x12.standard.X12ParsedLoop;
import com.walmartlabs.x12.standard.txset.asn856.AsnTransactionSet;
import com.walmartlabs.x12.standard.txset.asn856.DefaultAsn856TransactionSetParser;
import com.walmartlabs.x12.standard.txset.asn856.loop.Item;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Gozer: makes objects of a whole interchange, its levels linked. */
final class GozerParser implements Contestant {
    private final StandardX12Parser parser = new StandardX12Parser();

    GozerParser() {
        parser.registerTransactionSetParser(new DefaultAsn856TransactionSetParser());
    }

    @Override
    public Tally read(byte[] interchange) throws Refused {
        StandardX12Document document = document(interchange);
        LotSum sum = new LotSum();
        for (X12Group group : document.getGroups()) {
            for (X12TransactionSet set : group.getTransactions()) {
                if (set instanceof AsnTransactionSet notice) {
                    if (notice.getLoopingErrors() != null
                            && !notice.getLoopingErrors().isEmpty()) {
                        throw new Refused(notice.getLoopingErrors().get(0).getIssueText());
                    }
                    lots(notice.getShipment(), sum);
                }
            }
        }
        return sum.tally();
    }

    private StandardX12Document document(byte[] interchange) throws Refused {
        try {
            return parser.parse(new String(interchange, StandardCharsets.ISO_8859_1));
        } catch (X12ParserException e) {
            throw new Refused(e);
        }
    }

    private static void lots(X12Loop loop, LotSum sum) {
        if (loop instanceof Item item && item.getItemIdentifications() != null) {
            for (LINItemIdentification id : item.getItemIdentifications()) {
                if ("LT".equals(id.getProductIdQualifier())) {
                    sum.add(id.getProductId());
                }
            }
        }
        if (loop instanceof X12ParsedLoop parsed) {
            List<X12Loop> inside = parsed.getParsedChildrenLoops();
            if (inside != null) {
                inside.forEach(child -> lots(child, sum));
            }
        }
    }
}
