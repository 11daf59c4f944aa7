package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.convergence.identity.Role;
import org.convergence.platform.database.BackgroundWork;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.connection.ConnectionPools;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A busy database is reported as such, and pages and background work keep their own connections. */
@ModuleTest
class BusyDatabaseTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ConnectionPools pools;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisationExists() {
        visitors.ensureOrganisation();
    }

    /** Background work keeps its connections when pages (here the test) use all of theirs. */
    @Test
    void reportsBusyWithoutFreeConnectionButServesBackgroundWork() throws Exception {
        HikariConfigMXBean pages = pools.unwrap(HikariConfigMXBean.class);
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < pages.getMaximumPoolSize(); i++) {
                taken.add(pools.getConnection());
            }
            Instant asked = Instant.now();
            MvcTestResult answer = browser.get()
                    .uri("/directory/people/persons")
                    .with(visitors.as(Role.STAFF))
                    .exchange();
            assertThat(Duration.between(asked, Instant.now()).toMillis())
                    .as("the page that says so asks for no connection")
                    .isLessThan(2 * pages.getConnectionTimeout());
            assertThat(answer).hasStatus(503).bodyText().contains("Le système est très occupé");
            assertThat(answer).headers().containsHeader("Retry-After");
            MvcTestResult typed = browser.post()
                    .uri("/directory/people/persons/new")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .param("givenName", "Ana \"Anita\"")
                    .with(visitors.as(Role.STAFF))
                    .with(csrf())
                    .exchange();
            assertThat(typed).hasStatus(503);
            assertThat(Pages.parse(typed)
                            .select("form[action=/directory/people/persons/new] input[name=givenName]")
                            .val())
                    .as("what was typed is kept")
                    .isEqualTo("Ana \"Anita\"");
            BackgroundWork.run(() ->
                    assertThat(db.sql("SELECT 1").query(Integer.class).single()).isOne());
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
    }

    /** Pages keep their connections when background work (here the test) uses all of its own. */
    @Test
    void servesPagesWhileBackgroundWorkUsesAllItsConnections(
            @Value("${convergence.database.background.maximum-pool-size}") int most) throws Exception {
        List<Connection> taken = new ArrayList<>();
        try {
            DataSource background = BackgroundWork.connections(pools);
            for (int i = 0; i < most; i++) {
                taken.add(background.getConnection());
            }
            assertThat(pools.unwrap(HikariDataSource.class)
                            .getHikariPoolMXBean()
                            .getActiveConnections())
                    .as("connections for pages")
                    .isZero();
            assertThat(browser.get().uri("/directory/people/persons").with(visitors.as(Role.STAFF)))
                    .hasStatusOk();
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
    }

    @Test
    void everyConnectionHasTimeOuts(@Autowired DatabaseServer server) throws SQLException {
        for (DataSource each : List.of(pools, BackgroundWork.connections(pools))) {
            try (Connection connection = each.getConnection()) {
                for (String limit :
                        List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")) {
                    assertThat(setting(connection, limit)).as(limit).isNotEqualTo("0");
                }
            }
        }
        try (Connection outside = server.owner().connect()) {
            assertThat(setting(outside, "statement_timeout"))
                    .as("outside the pools")
                    .isNotEqualTo("0");
        }
        FluentConfiguration migrations = Flyway.configure();
        DatabaseSchema.configure(migrations, "application");
        assertThat(migrations.getInitSql()).contains("statement_timeout");
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void stopsSlowStatementAndLockWait() throws Exception {
        String slow = "SELECT pg_sleep(5)";
        assertThat(failure("SET LOCAL statement_timeout = '30ms'", slow)).isEqualTo("busy");
        try (Connection other = pools.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(42)");
            assertThat(failure("SET LOCAL lock_timeout = '30ms'", "SELECT pg_advisory_xact_lock(42)"))
                    .isEqualTo("busy");
            other.rollback();
        }
    }

    private String failure(String setting, String statement) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                db.sql(setting).update();
                db.sql(statement).query().listOfRows();
            });
            return "none";
        } catch (RuntimeException e) {
            return Failure.of(e).kind();
        }
    }
}
