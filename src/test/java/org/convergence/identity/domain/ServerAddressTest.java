package org.convergence.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAddressTest {

    private static final String ASSUMED = "http://localhost:8080";

    @TempDir
    Path data;

    @Test
    void commandFindsAddressOfRunningServer() {
        new ServerAddress("", "http://localhost:18160", data).write();
        assertThat(new ServerAddress("", ASSUMED, data).find()).isEqualTo("http://localhost:18160");
    }

    @Test
    void environmentTakesPrecedence() {
        new ServerAddress("", "http://localhost:18160", data).write();
        String said = "https://convergence.example.org";
        assertThat(new ServerAddress(said, said, data).find()).isEqualTo(said);
    }

    @Test
    void assumesDefaultAddressWithoutRecord() {
        Path nowhere = data.resolve("nowhere");
        new ServerAddress("", ASSUMED, nowhere).write();
        assertThat(new ServerAddress("", ASSUMED, nowhere).find()).isEqualTo(ASSUMED);
        assertThat(nowhere).doesNotExist();
    }
}
