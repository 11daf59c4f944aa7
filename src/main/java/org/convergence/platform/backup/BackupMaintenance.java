package org.convergence.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.convergence.platform.backup.BackupVerification.VerificationOutcome;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes, verifies and rotates the backups of the folder. */
@Component
class BackupMaintenance {

    private static final Logger LOG = LoggerFactory.getLogger(BackupMaintenance.class);

    private final DatabaseServer server;
    private final BackupFolder folder;
    private final List<RestoreCheck> checks;
    private final Clock clock;

    BackupMaintenance(DatabaseServer server, BackupSettings settings, List<RestoreCheck> checks, Clock clock) {
        this.server = server;
        this.checks = checks;
        this.folder = new BackupFolder(settings.dir());
        this.clock = clock;
    }

    BackupFolder folder() {
        return folder;
    }

    BackupWriter writer() {
        return new BackupWriter(server.owner(), server.application().user());
    }

    /** The name of a new file, and the number of its rows. */
    record CreatedBackup(String file, long rows) {}

    CreatedBackup create(BackupReason reason, LongConsumer rowsDone) {
        try {
            Path file = folder.newFile(clock.instant(), reason);
            BackupManifest manifest = writer().write(file, rowsDone);
            LOG.info("Backup {} made: {} rows", file.getFileName(), manifest.rows());
            return new CreatedBackup(file.getFileName().toString(), manifest.rows());
        } catch (IOException e) {
            throw new Refused("backup.cannot-write", folder.path().getFileName(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Restores a backup into a scratch database, compares, and records the result.
     *
     * @param rowsDone receives the number of rows loaded or compared; its exception ends the work
     */
    BackupVerification verify(String name, LongConsumer rowsDone) {
        BackupVerification verification = tried(name, rowsDone);
        try {
            folder.write(folder.path().resolve(name), verification);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (verification.outcome() != VerificationOutcome.VERIFIED) {
            LOG.warn("Backup {} is not verified: {}", name, verification.messageKey());
        }
        return verification;
    }

    /** The number of rows of a backup; 0 if it cannot be read, which its verification will report. */
    long countRows(String name) {
        try (BackupFile file = BackupFile.open(folder.path().resolve(name))) {
            return file.manifest().rows();
        } catch (Refused | IOException e) {
            return 0;
        }
    }

    void delete(String name) {
        try {
            folder.delete(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void rotate(ZoneId zone) {
        try {
            folder.rotate(zone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BackupVerification tried(String name, LongConsumer rowsDone) {
        Path path = folder.path().resolve(name);
        try (BackupFile file = BackupFile.open(path);
                ScratchDatabase scratch = ScratchDatabase.create(server.owner())) {
            long bytes = Files.size(path);
            new DatabaseRestore(scratch.owner(), server.application().user(), checks).load(file, rowsDone);
            return new BackupVerification(clock.instant(), VerificationOutcome.VERIFIED, "", List.of(), bytes);
        } catch (ScratchDatabase.VerificationImpossible e) {
            return BackupVerification.unverified(
                    clock.instant(), VerificationOutcome.IMPOSSIBLE, e.messageKey(), texts(e.arguments()));
        } catch (Refused e) {
            return BackupVerification.unverified(
                    clock.instant(), VerificationOutcome.FAILED, e.messageKey(), texts(e.arguments()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Object[] arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** A database of the same server for the time of a verification. Those left by killed processes are dropped. */
    private record ScratchDatabase(DatabaseAddress home, String name) implements AutoCloseable {

        private static final String INFIX = "_verify_";

        /** No scratch database can be created here. */
        static final class VerificationImpossible extends Refused {
            VerificationImpossible(String messageKey, Object... arguments) {
                super(messageKey, arguments);
            }
        }

        static ScratchDatabase create(DatabaseAddress home) {
            try (Connection connection = home.connect();
                    Statement statement = connection.createStatement()) {
                if (!isTrue(statement, "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")) {
                    throw new VerificationImpossible("backup.no-right-to-verify", home.user());
                }
                String prefix = home.database() + INFIX;
                for (String left : leftBehind(statement, prefix)) {
                    statement.execute("DROP DATABASE IF EXISTS \"" + left + "\" WITH (FORCE)");
                }
                String name = prefix + Ids.next().toString().replace("-", "");
                statement.execute("CREATE DATABASE \"" + name + "\" TEMPLATE template0");
                statement.execute("REVOKE ALL ON DATABASE \"" + name + "\" FROM PUBLIC");
                return new ScratchDatabase(home, name);
            } catch (SQLException e) {
                throw new VerificationImpossible("backup.no-room-to-verify", String.valueOf(e.getMessage()));
            }
        }

        DatabaseAddress owner() {
            return home.inDatabase(name);
        }

        @Override
        public void close() {
            try (Connection connection = home.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
            } catch (SQLException e) {
                // The next verification drops databases left behind.
            }
        }

        private static boolean isTrue(Statement statement, String question) throws SQLException {
            try (var rows = statement.executeQuery(question)) {
                return rows.next() && rows.getBoolean(1);
            }
        }

        private static Iterable<String> leftBehind(Statement statement, String prefix) throws SQLException {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery("SELECT datname FROM pg_database WHERE starts_with(datname, '"
                    + prefix.replace("'", "''") + "') AND pg_get_userbyid(datdba) = current_user"
                    + " AND datname NOT IN (SELECT datname FROM pg_stat_activity WHERE datname IS NOT NULL)")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }
}
