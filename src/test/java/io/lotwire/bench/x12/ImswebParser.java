package io.lotwire.bench.x12;

import com.imsweb.x12.Loop;
import com.imsweb.x12.Segment;
import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * imsweb x12-parser: a tree of loops, checked against a definition. It knows only documents of health care, so a
 * definition of the 856 is given to it in place of the one of its 835.
 */
final class ImswebParser implements Contestant {
    private static final String DEFINITION = "/bench/856.imsweb.xml";
    private static final FileType TYPE = FileType.ANSI835_4010_X091;
    private static final String VERSION = "004010";

    ImswebParser() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(new Definitions(usual));
        try {
            if (!TYPE.getDefinition().getXid().equals("856")) {
                throw new IllegalStateException("x12-parser has read its own definition already");
            }
            versions().put(TYPE, VERSION);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    /** The version that the reader wants of each type of file. */
    @SuppressWarnings("unchecked")
    private static Map<FileType, String> versions() throws ReflectiveOperationException {
        Field types = X12Reader.class.getDeclaredField("_TYPES");
        types.setAccessible(true);
        return (Map<FileType, String>) types.get(null);
    }

    @Override
    public Tally read(byte[] interchange) throws Refused, IOException {
        X12Reader reader = new X12Reader(TYPE, new ByteArrayInputStream(interchange), StandardCharsets.ISO_8859_1);
        if (!reader.getFatalErrors().isEmpty() || !reader.getErrors().isEmpty()) {
            throw new Refused(reader.getFatalErrors() + " " + reader.getErrors());
        }
        LotSum sum = new LotSum();
        reader.getLoops().forEach(loop -> lots(loop, sum));
        return sum.tally();
    }

    private static void lots(Loop loop, LotSum sum) {
        for (Segment segment : loop.getSegments()) {
            if (segment.getId().equals("LIN")) {
                for (int i = 1; i + 1 < segment.size(); i += 2) {
                    if (value(segment, i).equals("LT")) {
                        sum.add(value(segment, i + 1));
                    }
                }
            }
        }
        loop.getLoops().forEach(inside -> lots(inside, sum));
    }

    private static String value(Segment segment, int index) {
        return segment.getElements().get(index).getValue();
    }

    /** Gives our definition whenever one of its own is asked for. */
    private static final class Definitions extends ClassLoader {
        Definitions(ClassLoader parent) {
            super(parent);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return name.startsWith("mapping/")
                    ? ImswebParser.class.getResourceAsStream(DEFINITION)
                    : super.getResourceAsStream(name);
        }
    }
}
