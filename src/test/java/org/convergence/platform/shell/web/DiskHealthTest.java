package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convergence.testing.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class DiskHealthTest {

    @TempDir
    private Path folder;

    @Test
    void isDownWhenOneOfItsDisksIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 30)) {
            var health = new DiskHealth(List.of(folder, disk.path().resolve("backups-not-made-yet")));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            Path ballast = disk.fill();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(List.of(
                            new DiskHealth(disk.path(), folder, folder),
                            new DiskHealth(folder, disk.path(), folder),
                            new DiskHealth(folder, folder, disk.path())))
                    .as("the disk of the data, of the keys and of the backups")
                    .extracting(each -> each.health().getStatus())
                    .containsOnly(Status.DOWN);
            Files.delete(ballast);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }
}
