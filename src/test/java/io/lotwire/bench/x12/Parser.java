package io.lotwire.bench.x12;

/** Who takes part, by the name that the tables show. */
public enum Parser {
    BYTE_LOOP("byte loop"),
    LOTWIRE_CURSOR("Lotwire, segment cursor"),
    LOTWIRE("Lotwire"),
    LOTWIRE_EVENTS("Lotwire, to lot events"),
    EDIREADER("EDIReader"),
    STAEDI("StAEDI"),
    STAEDI_SCHEMA("StAEDI with a schema"),
    STAEDI_WHOLE_SCHEMA("StAEDI, whole 856"),
    GOZER("Gozer"),
    IMSWEB("imsweb x12-parser"),
    SMOOKS("Smooks EDI");

    private final String title;

    Parser(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** One that is ready to read; making it may take seconds. */
    public Contestant contestant() {
        QuietLog.set();
        return switch (this) {
            case BYTE_LOOP -> new ByteLoop();
            case LOTWIRE_CURSOR -> new LotwireCursor();
            case LOTWIRE -> new LotwireReader();
            case LOTWIRE_EVENTS -> new LotwireEvents();
            case EDIREADER -> new EdiReaderParser();
            case STAEDI -> StaediParser.withoutSchema();
            case STAEDI_SCHEMA -> StaediParser.withSchema();
            case STAEDI_WHOLE_SCHEMA -> StaediParser.withWholeSchema();
            case GOZER -> new GozerParser();
            case IMSWEB -> new ImswebParser();
            case SMOOKS -> SmooksParser.shared();
        };
    }

    /** True for all that read X12 at all. */
    public boolean findsLots() {
        return this != BYTE_LOOP;
    }
}
