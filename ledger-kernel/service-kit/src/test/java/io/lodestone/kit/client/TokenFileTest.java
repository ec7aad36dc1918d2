package io.lodestone.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.kit.problem.LedgerProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

    @TempDir
    Path folder;

    @Test
    void reads_the_file_again_when_it_was_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "one\n");
        TokenFile token = new TokenFile(file);
        assertThat(token.get()).isEqualTo("one");
        Path renewed = Files.writeString(folder.resolve("renewed"), "two\n");
        assertThat(Files.move(renewed, file, StandardCopyOption.ATOMIC_MOVE)).isEqualTo(file);
        assertThat(token.get()).isEqualTo("two");
    }

    @Test
    void fails_where_there_is_no_token() {
        assertThatThrownBy(() -> new TokenFile(folder.resolve("none")).get()).isInstanceOf(LedgerProblem.class);
    }
}
