package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.backup.BackupService.BackupWarning;
import org.convergence.platform.backup.BackupVerification.VerificationOutcome;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;
import org.convergence.platform.jobs.JobRunQueries;
import org.convergence.platform.jobs.JobState;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.util.FileSystemUtils;

@ModuleTest
class BackupServiceTest {

    @Autowired
    private BackupService backups;

    @Autowired
    private BackupSettings settings;

    @Autowired
    private BackupMaintenance keeping;

    @Autowired
    private BackupBeforeMigration beforeMigration;

    @Autowired
    private DailyBackupSchedule daily;

    @Autowired
    private DatabaseServer server;

    @Autowired
    private JobRunQueries board;

    @Autowired
    private JobTestRunner queued;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        FileSystemUtils.deleteRecursively(settings.dir());
    }

    @Test
    void verifiesManualBackupByRestoringIt() throws Exception {
        UUID run = CurrentActor.callAs(Actor.system("a test"), backups::requestBackup);
        queued.runAll();

        assertThat(board.findById(run).orElseThrow().state()).isEqualTo(JobState.DONE);
        CurrentActor.runAs(Actor.system("a test"), () -> {
            assertThat(backups.findLast()).hasValueSatisfying(last -> {
                assertThat(last.reason()).isEqualTo(BackupReason.BY_HAND);
                assertThat(last.isVerified()).isTrue();
                assertThat(last.bytes()).isPositive();
            });
            assertThat(backups.findLastVerified()).isEqualTo(backups.findLast());
            truncate(settings.dir().resolve(backups.findLast().orElseThrow().name()));
            assertThat(backups.findLastVerified()).isEmpty();
            assertThat(backups.findWarnings()).contains(BackupWarning.FAILED);
            assertThat(backups.space().free())
                    .isPositive()
                    .isLessThan(backups.space().total());
        });
    }

    private static void truncate(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void needsPermission() {
        assertThatThrownBy(backups::requestBackup).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(backups::findAll).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void makesAndRotatesDailyBackup() throws IOException {
        BackupFolder folder = keeping.folder();
        Instant longAgo = Instant.now().minus(Duration.ofDays(500));
        Path old = Files.writeString(folder.newFile(longAgo, BackupReason.DAILY), "");
        Path byHand = Files.writeString(folder.newFile(longAgo, BackupReason.BY_HAND), "");
        for (int day = 1; day <= 6 * 31; day++) {
            Files.writeString(folder.newFile(Instant.now().minus(Duration.ofDays(day)), BackupReason.DAILY), "");
        }

        assertThat(daily.cron()).isEqualTo("0 30 2 * * *");
        daily.run();
        queued.runAll();

        assertThat(folder.findAll().get(0).isVerified()).isTrue();
        assertThat(old).doesNotExist();
        assertThat(byHand).exists();
    }

    @Test
    void damagedBackupFailsVerification() throws IOException {
        Path file = keeping.folder().newFile(Instant.now(), BackupReason.DAILY);
        Files.writeString(file, "not a backup");
        BackupVerification verification = keeping.verify(file.getFileName().toString(), rows -> {});
        assertThat(verification.outcome()).isEqualTo(VerificationOutcome.FAILED);
        assertThat(verification.messageKey()).isEqualTo("backup.damaged");
        assertThat(keeping.folder().findAll().get(0).verification()).isEqualTo(verification);
    }

    @Test
    void backupWithRefusedRowsFailsVerification() throws Exception {
        try {
            byTheOwner(
                    "ALTER TABLE platform.jobs_run DROP CONSTRAINT jobs_run_counts_are_positive",
                    "INSERT INTO platform.jobs_run (id, kind, label_key, state, actor, queued_at, done)"
                            + " VALUES (gen_random_uuid(), 'odd', 'backup.job.by-hand', 'DONE', '{}', now(), -1)");
            String name = keeping.create(BackupReason.BY_HAND, rows -> {}).file();
            BackupVerification verification = keeping.verify(name, rows -> {});
            assertThat(verification.outcome()).isEqualTo(VerificationOutcome.FAILED);
            assertThat(verification.messageKey()).isEqualTo("backup.cannot-load");
            assertThat(keeping.folder().findAll().get(0).verification()).isEqualTo(verification);
        } finally {
            byTheOwner(
                    "DELETE FROM platform.jobs_run WHERE kind = 'odd'",
                    "ALTER TABLE platform.jobs_run ADD CONSTRAINT jobs_run_counts_are_positive"
                            + " CHECK (done >= 0 AND total >= 0)");
        }
    }

    private void byTheOwner(String... statements) throws SQLException {
        try (var owner = server.owner().connect();
                var statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void migrationNeedsVerifiedBackup() throws IOException {
        beforeMigration.beforeMigration(server, "20240101.0000");
        assertThat(keeping.folder().findAll()).singleElement().satisfies(made -> {
            assertThat(made.reason()).isEqualTo(BackupReason.BEFORE_MIGRATION);
            assertThat(made.isVerified()).isTrue();
        });

        FileSystemUtils.deleteRecursively(settings.dir());
        Files.writeString(settings.dir(), "a file where the folder should be");
        assertThatThrownBy(() -> beforeMigration.beforeMigration(server, "20240101.0000"))
                .isInstanceOf(DatabaseUnavailable.class);
        Files.delete(settings.dir());
    }
}
