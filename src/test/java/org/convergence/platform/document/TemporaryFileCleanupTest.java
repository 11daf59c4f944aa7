package org.convergence.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileCleanupTest {

    private static final Instant NOW = Instant.parse("2027-01-14T15:00:00Z");

    @TempDir
    Path folder;

    @Test
    void deletesOldLeftoversOnly() throws IOException {
        Path spooled = file("convergence-document-1.tmp", Duration.ofHours(2));
        Path part = file("tomcat.8080.12/Tomcat/ROOT/upload_1.tmp", Duration.ofHours(2));
        Path underWay = file("tomcat.8080.12/Tomcat/ROOT/upload_2.tmp", Duration.ofMinutes(5));
        Path another = file("letter.tmp", Duration.ofDays(9));

        new TemporaryFileCleanup(folder, Clock.fixed(NOW, ZoneOffset.UTC)).run();

        assertThat(spooled).doesNotExist();
        assertThat(part).doesNotExist();
        assertThat(underWay).exists();
        assertThat(another).exists();
    }

    private Path file(String name, Duration age) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
