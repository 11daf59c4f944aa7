package org.convergence.platform.database.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.database.BeforeMigrationHook;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Databases with migrations that this version does not have: an earlier version made them, or a newer one. */
@Tag(TestTags.INTEGRATION)
class DatabaseMigrationTest {

    private final TestDatabase database = TestDatabase.migrated();

    /** The newest migration of this version is pending. */
    @BeforeEach
    void withPendingMigration() throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    DELETE FROM platform.flyway_history
                    WHERE version = (SELECT max(version) FROM platform.flyway_history)
                    """);
        }
    }

    private void applyUnknown(String version, String script) throws SQLException {
        String row = """
                INSERT INTO platform.flyway_history (installed_rank, version, description, type, script, checksum,
                                                     installed_by, execution_time, success)
                VALUES (1000, ?, 'unknown', 'SQL', ?, 1, 'owner', 1, true)
                """;
        try (Connection connection = database.owner().connect();
                var statement = connection.prepareStatement(row)) {
            statement.setString(1, version);
            statement.setString(2, script);
            statement.execute();
        }
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @ParameterizedTest
    @CsvSource({"embedded, false", "external, false", "external, true", "joined, true"})
    void refusesDatabaseOfReplacedMigrations(String kind, boolean forCommand) throws SQLException {
        applyUnknown("20261124.1501", "platform/V20261124_1501__settings_create_organisation.sql");
        List<String> before = history();

        assertThatThrownBy(() -> migration(kind, forCommand).migrate(flyway()))
                .isInstanceOfSatisfying(DatabaseUnavailable.class, refusal -> {
                    assertThat(refusal).hasMessageContaining("V20261124_1501__settings_create_organisation.sql");
                    assertThat(refusal.remedy())
                            .contains("Nothing was changed", "backup", "restore", DatabaseSchema.BASELINE);
                });

        assertThat(history()).isEqualTo(before);
    }

    /** A migration of a newer version may be dated between two of this one: branches land in any order. */
    @ParameterizedTest
    @CsvSource({
        "embedded, false, 20991231.2359",
        "external, false, 20261201.0001",
        "external, true, 20991231.2359",
        "joined, true, 20991231.2359"
    })
    void refusesDatabaseOfNewerVersion(String kind, boolean forCommand, String version) throws SQLException {
        applyUnknown(version, "plan/V" + version.replace('.', '_') + "__plan_add_something.sql");
        List<String> before = history();

        assertThatThrownBy(() -> migration(kind, forCommand).migrate(flyway()))
                .isInstanceOfSatisfying(DatabaseUnavailable.class, refusal -> {
                    assertThat(refusal).hasMessageContaining("newer version").hasMessageContaining("plus récente");
                    assertThat(refusal).hasMessageContaining(version);
                    assertThat(refusal.remedy())
                            .contains("Nothing was changed", "Rien n’a été changé", "before-migration");
                });

        assertThat(history()).isEqualTo(before);
    }

    @Test
    void migratesDatabaseOfThisVersion() throws SQLException {
        database.reset();

        migration("external", false).migrate(flyway());

        assertThat(history()).doesNotContain("20261124.1501");
    }

    private DatabaseMigration migration(String kind, boolean forCommand) {
        var hooks = new DefaultListableBeanFactory();
        hooks.registerSingleton("hook", (BeforeMigrationHook) (server, version) -> {
            throw new AssertionError("a backup before a migration that is refused");
        });
        return new DatabaseMigration(
                new Server(database, kind), hooks.getBeanProvider(BeforeMigrationHook.class), forCommand);
    }

    private Flyway flyway() {
        var configuration = Flyway.configure().dataSource(database.owner().dataSource());
        DatabaseSchema.configure(configuration, database.application().user());
        return configuration.load();
    }

    private List<String> history() throws SQLException {
        var versions = new ArrayList<String>();
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT coalesce(version, '') FROM platform.flyway_history ORDER BY installed_rank")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    private record Server(TestDatabase database, String kind) implements DatabaseServer {

        @Override
        public DatabaseAddress application() {
            return database.application();
        }

        @Override
        public DatabaseAddress owner() {
            return database.owner();
        }

        @Override
        public boolean isEmbedded() {
            return !kind.equals("external");
        }

        @Override
        public boolean isJoined() {
            return kind.equals("joined");
        }

        @Override
        public void close() {}
    }
}
