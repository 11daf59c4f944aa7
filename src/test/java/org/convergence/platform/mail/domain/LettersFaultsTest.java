package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.testing.RunningApplication;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each letter arrives, whatever process dies; only those being sent may arrive twice, with the same Message-ID. */
@Tag("slow")
class LettersFaultsTest {

    private static final int LETTERS = 600;

    /** Starts the round at once instead of every minute. */
    private static final String ROUND_NOW =
            "UPDATE platform.jobs_scheduled SET execution_time = now() WHERE task_name = 'mail-round' AND NOT picked";

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        post.start();
    }

    @AfterEach
    void close() {
        post.stop();
    }

    @Test
    void killWhileSendingLosesNoLetterAndLeavesAtMostOneInDoubt() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        int before;
        try (var application = RunningApplication.start(folder, environment())) {
            sendUntilMiddle(application);
            application.kill();
            before = received();
        }
        assertThat(before).as("killed during sending").isLessThan(LETTERS);

        try (var application = RunningApplication.start(folder, environment())) {
            assertThat(application.queryColumn(
                            "SELECT id FROM platform.mail_message WHERE state = 'SENDING' OR cut_off"))
                    .as("in doubt")
                    .hasSizeLessThanOrEqualTo(1);
            awaitSent(application);
        }
        assertThat(arrivedTwice()).hasSizeLessThanOrEqualTo(1);
        Files.delete(link);
    }

    @Test
    void crashOfDatabaseLosesNoLetterAndLeavesOneReservationInDoubt() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        try (var application = RunningApplication.start(folder, environment())) {
            sendUntilMiddle(application);
            application.killDatabase();
            assertThat(received()).as("crashed during sending").isLessThan(LETTERS);
            application.awaitHealth();
            awaitSent(application);
            assertThat(application.queryColumn("SELECT recipient FROM platform.mail_message WHERE cut_off"))
                    .as("in doubt")
                    .containsAll(arrivedTwice())
                    .hasSizeLessThanOrEqualTo(SendingRound.MOST_RESERVED + 1);
        }
        Files.delete(link);
    }

    private Map<String, String> environment() {
        return Map.of(
                "CONVERGENCE_JOBS_PULSE",
                "1s",
                "CONVERGENCE_SMTP_URL",
                "smtp://127.0.0.1:" + post.getSmtp().getPort() + "?tls=never",
                "CONVERGENCE_MAIL_FROM",
                "convergence@exemple.org");
    }

    private void sendUntilMiddle(RunningApplication application) throws SQLException {
        application.execute("DELETE FROM platform.mail_message", """
                INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                SELECT gen_random_uuid(), 'personne' || n || '@exemple.org', 'Avis', 'Bonjour', 'test', now(), now()
                FROM generate_series(1, %d) n
                """.formatted(LETTERS), ROUND_NOW);
        await().atMost(RunningApplication.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> received() >= LETTERS / 4);
    }

    /** Interrupted letters wait five minutes; the test lets these pass. */
    private static void awaitSent(RunningApplication application) {
        await().atMost(RunningApplication.PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> {
                    application.execute(
                            "UPDATE platform.mail_message SET next_at = now() WHERE state = 'SENDING'"
                                    + " AND next_at < now() + interval '4 minutes 55 seconds'",
                            ROUND_NOW);
                    return application
                            .queryColumn("SELECT count(*) FROM platform.mail_message WHERE state <> 'SENT'")
                            .equals(List.of("0"));
                });
    }

    /** Recipients that received their letter twice, both times with the same Message-ID; each must have received it. */
    private List<String> arrivedTwice() {
        Map<String, List<String>> arrived = Arrays.stream(post.getReceivedMessages())
                .filter(letter -> to(letter).startsWith("personne"))
                .collect(Collectors.groupingBy(
                        LettersFaultsTest::to, Collectors.mapping(LettersFaultsTest::id, Collectors.toList())));
        assertThat(arrived).hasSize(LETTERS);
        arrived.values().removeIf(ids -> ids.size() == 1);
        assertThat(arrived.values())
                .allSatisfy(ids -> assertThat(ids).hasSize(2).containsOnly(ids.get(0)));
        return List.copyOf(arrived.keySet());
    }

    private int received() {
        return (int) Arrays.stream(post.getReceivedMessages())
                .filter(letter -> to(letter).startsWith("personne"))
                .count();
    }

    private static String id(MimeMessage letter) {
        try {
            return letter.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String to(MimeMessage letter) {
        try {
            return letter.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
