package org.convergence.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.Convergence;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one external PostgreSQL: one of them does each task, and the other takes over abandoned work. */
@ModuleTest
@Tag("slow")
class TwoNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    Path folder;

    @Autowired
    private JobQueue jobs;

    @Autowired
    private JobRunQueries board;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void tables() throws SQLException {
        visitors.ensureOrganisation();
        server.start();
        execute("CREATE TABLE platform.test_step (run uuid, step int, node bigint, PRIMARY KEY (run, step))");
        execute("CREATE TABLE platform.test_turn (node bigint, began timestamptz, ended timestamptz)");
    }

    @AfterEach
    void stop() throws SQLException {
        server.stop();
        execute("DROP TABLE platform.test_step");
        execute("DROP TABLE platform.test_turn");
    }

    @Test
    void runsEverythingOnceDespiteKilledNode() throws Exception {
        List<UUID> runs = new ArrayList<>();
        int letters = 40;
        try (var first = node("a");
                var second = node("b")) {
            await().atMost(PATIENCE).until(() -> hasStarted(first) && hasStarted(second));
            CurrentActor.runAs(Actor.system("test"), () -> {
                for (int i = 0; i < 6; i++) {
                    runs.add(jobs.submit(JobRequest.of("counting", "garden.sow", Map.of("count", Ids.next()))));
                }
            });
            post(letters);
            await().atMost(PATIENCE).until(() -> nodes() == 2);
            await().atMost(PATIENCE)
                    .until(() -> count("SELECT count(*) FROM platform.mail_message WHERE state <> 'SENT'") == 0);
            first.kill();
            await().atMost(PATIENCE).until(() -> runs.stream().allMatch(this::isDone));
            await().atMost(PATIENCE)
                    .until(() -> count("SELECT count(*) FROM platform.test_turn WHERE ended IS NOT NULL") > 2);
            assertThat(second.isAlive()).isTrue();
        }
        assertThat(count("SELECT count(*) FROM platform.test_step")).isEqualTo(6 * 40);
        assertThat(count("""
                        SELECT count(*) FROM platform.test_turn one JOIN platform.test_turn other
                          ON one.ctid <> other.ctid AND one.began < other.ended AND other.began < one.ended
                        """)).as("concurrent turns").isZero();
        assertThat(Arrays.stream(server.getReceivedMessages()).map(TwoNodesTest::recipient))
                .hasSize(letters)
                .doesNotHaveDuplicates();
    }

    private void post(int letters) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int i = 0; i < letters; i++) {
                outbox.post(new Letter("a" + i + "@exemple.org", "Bonjour", "Bonjour", "test", null));
            }
        });
    }

    private static boolean hasStarted(ChildProcess node) {
        assertThat(node.isAlive()).as("%s", node.lines()).isTrue();
        return node.lines().stream().anyMatch(line -> line.contains("http://localhost"));
    }

    /** How many nodes have done a step. */
    private long nodes() {
        return count("SELECT count(DISTINCT node) FROM platform.test_step");
    }

    private ChildProcess node(String name) throws Exception {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("PORT", "0");
        environment.put("CONVERGENCE_TEST_NODE", "true");
        // A node is dead after four missed beats; a short pulse saves ten seconds each.
        environment.put("CONVERGENCE_JOBS_PULSE", "1s");
        environment.put("CONVERGENCE_DATA_DIR", folder.resolve(name).toString());
        environment.put("CONVERGENCE_BACKUP_AT", "never");
        environment.put("CONVERGENCE_MAIL_FROM", "convergence@exemple.org");
        environment.put(
                "CONVERGENCE_SMTP_URL", "smtp://127.0.0.1:" + server.getSmtp().getPort() + "?tls=never");
        return ChildProcess.start(Convergence.class, environment);
    }

    private boolean isDone(UUID run) {
        return board.findById(run).orElseThrow().state() == JobState.DONE;
    }

    private long count(String question) {
        return db.sql(question).query(Long.class).single();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
