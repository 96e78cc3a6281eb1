package io.lotwire.wire;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Knows which files have not changed for a while. The time is ours, from one listing to a later one. The times of a server,
 * which SFTP cuts to whole seconds, are compared with nothing but themselves.
 */
public final class FilesAtRest {
    /** More files than this in one folder are watched in turns. */
    private static final int MOST_WATCHED = 100_000;

    private final long restNanoseconds;
    private final Map<String, Look> looks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Look> eldest) {
            return size() > MOST_WATCHED;
        }
    };

    private record Look(long length, long modified, long since) {
        boolean isOf(long lengthNow, long modifiedNow) {
            return length == lengthNow && modified == modifiedNow;
        }
    }

    /** @param rest how long a file must be unchanged; none lets all pass */
    public FilesAtRest(Duration rest) {
        this.restNanoseconds = rest.toNanos();
    }

    /**
     * Whether a file has stood still so long, of what was seen of it so far.
     *
     * @param path which file
     * @param length its bytes, now
     * @param modified when it was changed, in whatever unit
     */
    public synchronized boolean has(String path, long length, long modified) {
        if (restNanoseconds == 0) {
            return true;
        }
        long now = System.nanoTime();
        Look earlier = looks.get(path);
        if (earlier == null || !earlier.isOf(length, modified)) {
            looks.put(path, new Look(length, modified, now));
            return false;
        }
        return now - earlier.since() >= restNanoseconds;
    }
}
