package io.lotwire.bench.x12;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** StAEDI: pulls events; checks the envelope, and with a schema the transaction set as well. */
final class StaediParser implements Contestant {
    private static final String SCHEMA = "/bench/856.staedi.xml";
    private static final String WHOLE_SCHEMA = "/bench/856-whole.staedi.xml";

    private final EDIInputFactory factory = EDIInputFactory.newFactory();
    private final Optional<Schema> schema;

    private StaediParser(Optional<Schema> schema) {
        this.schema = schema;
    }

    static StaediParser withoutSchema() {
        return new StaediParser(Optional.empty());
    }

    /** Knows the segments of the generated ship notices, which makes it as fast as it can be. */
    static StaediParser withSchema() {
        return with(SCHEMA);
    }

    /** Knows all segments of the 856, as our grammar does. */
    static StaediParser withWholeSchema() {
        return with(WHOLE_SCHEMA);
    }

    private static StaediParser with(String schema) {
        try {
            return new StaediParser(
                    Optional.of(SchemaFactory.newFactory().createSchema(StaediParser.class.getResource(schema))));
        } catch (EDISchemaException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Tally read(byte[] interchange) throws Exception {
        LotSum sum = new LotSum();
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(interchange))) {
            boolean inLin = false;
            boolean qualifierIsLot = false;
            int element = 0;
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                switch (event) {
                    case START_TRANSACTION -> schema.ifPresent(reader::setTransactionSchema);
                    case START_SEGMENT -> {
                        inLin = reader.getText().equals("LIN");
                        element = 0;
                    }
                    case ELEMENT_DATA -> {
                        element++;
                        if (!inLin) {
                            continue;
                        }
                        if (element % 2 == 0) {
                            qualifierIsLot = reader.getText().equals("LT");
                        } else if (qualifierIsLot && element > 2) {
                            sum.add(reader.getText());
                        }
                    }
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                        throw new Refused(event + " " + reader.getErrorType() + " " + reader.getLocation());
                    default -> {}
                }
            }
        } catch (EDIStreamException e) {
            throw new Refused(e);
        }
        return sum.tally();
    }
}
