package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.convergence.platform.document.DocumentTestRows;
import org.convergence.testing.RunningApplication;
import org.convergence.testing.SmallDisk;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup on the data's own disk, which fills up. */
@Tag("slow")
class BackupFaultsTest {

    @TempDir
    Path folder;

    @Test
    void fullDiskLosesNothingAndRunReportsReason() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 500)) {
            Path link = TestDatabase.linkPrograms(disk.path());
            Path backups = disk.path().resolve("backups");
            try (var application = RunningApplication.start(disk.path(), Map.of())) {
                DocumentTestRows.fill(application.owner(), 2, 120);
                application.execute("""
                        INSERT INTO platform.jobs_run (id, kind, label_key, parameters, state, actor, queued_at)
                        VALUES ('00000000-0000-7000-8000-000000000001', 'backup', 'backup.job.by-hand',
                                '{"reason": "BY_HAND"}', 'QUEUED', '{"id": "00000000-0000-0000-0000-000000000000",
                                "label": "a test", "permissions": []}', now())
                        """, """
                        INSERT INTO platform.jobs_scheduled (task_name, task_instance, execution_time, picked, version)
                        VALUES ('run', '00000000-0000-7000-8000-000000000001', now(), false, 1)
                        """);
                await().atMost(RunningApplication.PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> names(backups).stream().anyMatch(name -> name.endsWith(".part")));
                Path ballast = disk.fill();
                await().atMost(RunningApplication.PATIENCE)
                        .until(() -> names(backups).stream().noneMatch(name -> name.endsWith(".part")));
                Files.delete(ballast);
                application.awaitHealth();

                await().atMost(RunningApplication.PATIENCE)
                        .ignoreExceptions()
                        .until(() -> List.of("DONE", "FAILED")
                                .contains(application
                                        .queryColumn("SELECT state FROM platform.jobs_run WHERE kind = 'backup'")
                                        .get(0)));
                String how = application
                        .queryColumn("SELECT state || coalesce(' ' || refusal::text, '') FROM platform.jobs_run")
                        .get(0);
                assertThat(how)
                        .as(String.join("\n", application.lines()))
                        .matches("DONE|FAILED .*backup\\.disk-full.*");
                assertThat(names(backups)).noneMatch(name -> name.endsWith(".part"));
                assertThat(new BackupFolder(backups).findAll()).allMatch(StoredBackup::isVerified);
                assertThat(application.queryColumn("SELECT count(*) FROM platform.document"))
                        .containsExactly("2");
            }
            Files.delete(link);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
