package io.lotwire.gateway.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.wire.DataPath;
import io.lotwire.wire.api.ApiQuestions.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long answer is a whole file, or none. */
class AnswerFilesTest {
    @TempDir
    private Path data;

    private AnswerFiles files;

    @BeforeEach
    void open() {
        files = new AnswerFiles(new DataPath(data));
    }

    @Test
    void whatIsWrittenIsTheAnswer() throws IOException {
        Reply reply = written(file -> {
            Files.writeString(file, "{}");
            return Optional.empty();
        });

        assertThat(reply).isInstanceOfSatisfying(Reply.Written.class, answer -> {
            assertThat(answer.file()).hasContent("{}");
            assertThat(answer.type()).isEqualTo("application/json");
        });
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatIsAnsweredInsteadOrFailsLeavesNoFile() throws IOException {
        Reply nothing = new Reply.Nothing("There is none.");

        assertThat(written(file -> Optional.of(nothing))).isEqualTo(nothing);
        assertThatThrownBy(() -> written(file -> {
                    throw new IOException("no space is left");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no space is left");
        assertThat(kept()).isEmpty();
    }

    @Test
    void theThirdAtATimeIsAskedToComeAgainAndTheNextIsAnswered() {
        AtomicReference<Reply> third = new AtomicReference<>();

        written(first -> Optional.of(written(second -> {
            third.set(written(file -> Optional.empty()));
            return Optional.empty();
        })));

        assertThat(third.get()).isInstanceOf(Reply.Later.class);
        assertThat(written(file -> Optional.empty())).isInstanceOf(Reply.Written.class);
    }

    private Reply written(AnswerFiles.Writing writing) {
        return files.written(".json", "application/json", "", writing);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("spool/answers"))) {
            return all.toList();
        }
    }
}
