package org.convergence.platform.shell.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Checks the free space on the disks of the data, the keys and the backups, which may be three. */
@Component("diskSpaceHealthIndicator")
class DiskHealth implements HealthIndicator {

    /** Space for the database's write-ahead log, and a little more, in bytes. */
    static final long LEAST = 20_000_000;

    private final List<Path> folders;

    @Autowired
    DiskHealth(
            @Value("${convergence.database.data-dir}") Path data,
            @Value("${convergence.keys.dir}") Path keys,
            @Value("${convergence.backup.dir}") Path backups) {
        this(List.of(data, keys, backups));
    }

    DiskHealth(List<Path> folders) {
        this.folders = folders;
    }

    @Override
    public Health health() {
        boolean room = folders.stream().allMatch(DiskHealth::hasRoom);
        return (room ? Health.up() : Health.down()).build();
    }

    /** A folder that does not exist yet will be on the disk of its parent. */
    private static boolean hasRoom(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent());
        }
        try {
            return Files.getFileStore(there).getUsableSpace() >= LEAST;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
