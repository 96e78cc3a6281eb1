package io.lotwire.wire.sftp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Lets those files of a server pass that have not changed for a while: one that still grows is left alone. The time is
 * ours, from one listing to a later one. The server's clock and its times, which SFTP cuts to whole seconds, are compared
 * with nothing but themselves.
 */
public final class UnchangedFiles implements GenericFileFilter<Object> {
    /** More files than this in one folder are watched in turns. */
    private static final int MOST_WATCHED = 100_000;

    private final long unchangedNanoseconds;
    private final Map<String, Look> looks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Look> eldest) {
            return size() > MOST_WATCHED;
        }
    };

    private record Look(long length, long modified, long since) {
        boolean isOf(GenericFile<?> file) {
            return length == file.getFileLength() && modified == file.getLastModified();
        }
    }

    /**
     * @param milliseconds how long a file must be unchanged; 0 lets all pass
     */
    public UnchangedFiles(long milliseconds) {
        this.unchangedNanoseconds = Duration.ofMillis(milliseconds).toNanos();
    }

    @Override
    public synchronized boolean accept(GenericFile<Object> file) {
        if (file.isDirectory() || unchangedNanoseconds == 0) {
            return true;
        }
        long now = System.nanoTime();
        Look earlier = looks.get(file.getAbsoluteFilePath());
        if (earlier == null || !earlier.isOf(file)) {
            looks.put(file.getAbsoluteFilePath(), new Look(file.getFileLength(), file.getLastModified(), now));
            return false;
        }
        return now - earlier.since() >= unchangedNanoseconds;
    }
}
