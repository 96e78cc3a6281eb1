package io.lotwire.gateway.question;

import io.lotwire.wire.DataPath;
import io.lotwire.wire.api.ApiQuestions.Reply;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Answers of any length: each is written to a file in the spool before the first byte of it is given, so that it is whole or refused. */
@Singleton
final class AnswerFiles {
    /** Each reads in one transaction, for as long as it takes: it has one of the pool's connections, which documents need more. */
    private static final int MOST_AT_A_TIME = 2;

    private final Path folder;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    AnswerFiles(DataPath data) {
        this.folder = data.folder().resolve("spool/answers").toAbsolutePath();
    }

    /** Writes an answer. */
    interface Writing {
        /** Answers nothing when the file is the answer, else what is answered instead. */
        Optional<Reply> to(Path file) throws IOException;
    }

    /**
     * An answer that is written now.
     *
     * @param extension the end of the file's name
     * @param type its media type
     * @param name what it is called where it is kept, {@code ""} for nothing
     * @throws UncheckedIOException when the disk does not take it
     */
    Reply written(String extension, String type, String name, Writing writing) {
        if (!places.tryAcquire()) {
            return new Reply.Later(
                    "As many long answers are under way as are given at a time; please ask again later.");
        }
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "answer-", extension);
            boolean kept = false;
            try {
                Optional<Reply> instead = writing.to(file);
                kept = instead.isEmpty();
                return instead.orElseGet(() -> new Reply.Written(file, type, name));
            } finally {
                if (!kept) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            places.release();
        }
    }
}
