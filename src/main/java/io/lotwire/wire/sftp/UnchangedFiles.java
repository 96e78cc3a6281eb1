package io.lotwire.wire.sftp;

import io.lotwire.wire.FilesAtRest;
import java.time.Duration;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Lets those files of a server pass that have not changed for a while: one that still grows is left alone. */
public final class UnchangedFiles implements GenericFileFilter<Object> {
    private final FilesAtRest atRest;

    /**
     * @param milliseconds how long a file must be unchanged; 0 lets all pass
     */
    public UnchangedFiles(long milliseconds) {
        this.atRest = new FilesAtRest(Duration.ofMillis(milliseconds));
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        return file.isDirectory()
                || atRest.has(file.getAbsoluteFilePath(), file.getFileLength(), file.getLastModified());
    }
}
