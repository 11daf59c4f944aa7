package org.convergence.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownAddressTest {

    private static final String ASSUMED = "http://localhost:8080";

    @TempDir
    Path data;

    @Test
    void aCommandKnowsTheAddressOfTheServerThatRunsBesideIt() {
        new KnownAddress("", "http://localhost:18160", data).note();
        assertThat(new KnownAddress("", ASSUMED, data).find()).isEqualTo("http://localhost:18160");
    }

    @Test
    void whatTheEnvironmentSaysComesFirst() {
        new KnownAddress("", "http://localhost:18160", data).note();
        String said = "https://convergence.example.org";
        assertThat(new KnownAddress(said, said, data).find()).isEqualTo(said);
    }

    @Test
    void withoutANoteTheUsualAddressIsAssumed() {
        Path nowhere = data.resolve("nowhere");
        new KnownAddress("", ASSUMED, nowhere).note();
        assertThat(new KnownAddress("", ASSUMED, nowhere).find()).isEqualTo(ASSUMED);
        assertThat(nowhere).doesNotExist();
    }
}
