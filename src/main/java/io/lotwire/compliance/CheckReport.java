package io.lotwire.compliance;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** What a check found, as it finds it. */
public interface CheckReport extends Check.Listener, Closeable {
    /** How complete documents are, when all were gone through. */
    void scores(List<Check.Score> scores) throws IOException;
}
