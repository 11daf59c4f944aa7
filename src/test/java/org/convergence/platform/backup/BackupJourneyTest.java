package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.convergence.Convergence;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.backup.BackupManifest.TableRows;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.InstalledPostgres;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.FileSystemUtils;

/** From the page's button to another machine by the command line: no data are lost or changed. */
@ModuleTest
@Tag("slow")
class BackupJourneyTest {

    @TempDir
    Path folder;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ActionPlans plans;

    @Autowired
    private BackupSettings settings;

    @Autowired
    private JobTestRunner queued;

    private Path file = Path.of("");
    private List<TableRows> saved = List.of();

    @BeforeEach
    void aBackupByPage() throws Exception {
        visitors.ensureOrganisation();
        CurrentActor.callAs(Actor.system("test"), () -> plans.draftFrom(Blueprints.aSmallPlan()));
        visitors.createSignInLink("Solange D’Août", "solange" + System.nanoTime() + "@exemple.org", Role.COORDINATOR);
        assertThat(browser.post()
                        .uri("/identity/accounts")
                        .param("name", "Ana")
                        .param("mail", "ana" + System.nanoTime() + "@exemple.org")
                        .param("role", "STAFF")
                        .with(visitors.as(Role.ADMINISTRATOR))
                        .with(csrf()))
                .as("a letter is pending")
                .hasStatus(303);
        FileSystemUtils.deleteRecursively(settings.dir());
        assertThat(browser.post()
                        .uri("/platform/backup")
                        .with(visitors.as(Role.ADMINISTRATOR))
                        .with(csrf()))
                .hasStatus(303);
        queued.runAll();
        file = settings.dir()
                .resolve(new BackupFolder(settings.dir()).findAll().get(0).name())
                .toAbsolutePath();
        try (BackupFile backup = BackupFile.open(file)) {
            saved = backup.manifest().tables();
        }
    }

    @Test
    void restoresIntoEmbeddedServer() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path link = TestDatabase.linkPrograms(data);
        restore(Map.of("CONVERGENCE_DATA_DIR", data.toString()));
        try (EmbeddedServer server = EmbeddedServer.start(data, false)) {
            requireTheSame(server.owner(), server.application().user());
        }
        Files.delete(link);
    }

    @Test
    void restoresIntoExternalServer() throws Exception {
        try (InstalledPostgres server = InstalledPostgres.start()) {
            restore(Map.of(
                    "CONVERGENCE_DATA_DIR", folder.toString(),
                    "CONVERGENCE_DATABASE_URL", InstalledPostgres.toUrl(server.application()),
                    "CONVERGENCE_DATABASE_OWNER_URL", InstalledPostgres.toUrl(server.owner())));
            requireTheSame(server.owner(), server.application().user());
            assertThat(number(server.application(), "SELECT count(*) FROM identity.account"))
                    .as("read by the application's role")
                    .isGreaterThanOrEqualTo(2);
        }
    }

    private void restore(Map<String, String> environment) throws IOException {
        try (var command = ChildProcess.start(Convergence.class, environment, "restore", file.toString())) {
            await().atMost(Duration.ofMinutes(2)).until(() -> !command.isAlive());
            assertThat(command.lines()).last().asString().matches("(Sauvegarde restaurée|Backup restored).*");
        }
    }

    private void requireTheSame(DatabaseAddress owner, String role) throws SQLException {
        BackupManifest again = new BackupWriter(owner, role).write(folder.resolve("again.zip"), rows -> {});
        assertThat(again.tables())
                .filteredOn(BackupJourneyTest::stays)
                .isEqualTo(saved.stream().filter(BackupJourneyTest::stays).toList());
        assertThat(saved).filteredOn(rows -> rows.rows() > 0).hasSizeGreaterThan(10);
        assertThat(number(owner, "SELECT count(*) FROM platform.mail_message WHERE problem = 'RESTORED'"))
                .as("a person decides on pending letters")
                .isEqualTo(number(owner, "SELECT count(*) FROM platform.mail_message"))
                .isPositive();
        assertThat(number(owner, "SELECT count(*) FROM identity.sign_in_link")).isZero();
    }

    private static boolean stays(TableRows rows) {
        return !rows.table().equals("platform.mail_message");
    }

    private static long number(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
