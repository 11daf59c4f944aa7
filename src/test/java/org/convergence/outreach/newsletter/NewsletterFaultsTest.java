package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.testing.MailSink;
import org.convergence.testing.MailSink.ReceivedLetter;
import org.convergence.testing.RunningApplication;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A confirmed issue reaches all its readers, however often the application is killed: while the job gives letters to the
 * outbox, and while they leave. Only a letter in flight arrives twice, with the same Message-ID. {@code
 * -Dconvergence.kills=200 -Dsurefire.timeout=0} kills as often as the requirement says, for an hour or more.
 */
@Tag(TestTags.SLOW)
@Timeout(value = 4, unit = TimeUnit.HOURS)
class NewsletterFaultsTest {

    private static final int KILLS = Integer.getInteger("convergence.kills", 10);
    private static final int READERS = 4_000;
    private static final String SEGMENT = "0193a1b2-0000-7000-8000-0000000000f1";

    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(<[^>]+>)");

    /** Starts the work at once instead of every minute. */
    private static final String NOW =
            "UPDATE platform.jobs_scheduled SET execution_time = now() WHERE task_name IN ('mail-round',"
                    + " 'newsletter-departures') AND NOT picked";

    private static final String RECIPIENTS = "SELECT count(*) FROM outreach.newsletter_recipient";

    private static final String UNSENT =
            "SELECT count(*) FROM platform.mail_message WHERE purpose = 'newsletter_issue' AND state <> 'SENT'";

    private final Random random = new Random(20_261_201);

    @TempDir
    Path folder;

    @Test
    void killsOverASendingDoubleOnlyLettersInFlightAndLeaveNobodyOut() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        try (MailSink sink = new MailSink(MailSink.Faults.NONE)) {
            Map<String, String> environment = Map.of(
                    "CONVERGENCE_BASE_URL", "https://convergence.exemple.org",
                    "CONVERGENCE_JOBS_PULSE", "1s",
                    "CONVERGENCE_SMTP_URL", "smtp://127.0.0.1:" + sink.port() + "?tls=never",
                    "CONVERGENCE_MAIL_FROM", "convergence@exemple.org",
                    "CONVERGENCE_MAIL_PER_MINUTE", "12000");
            int duringJob = 0;
            long given = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                try (var application = RunningApplication.start(folder, environment)) {
                    if (kill == 0) {
                        confirm(application);
                    }
                    if (kill % 2 == 0 && given < READERS) {
                        given = awaitJob(application, given);
                        duringJob += given < READERS ? 1 : 0;
                    } else {
                        awaitLetters(application, sink, READERS * (kill + 1) / (KILLS + 2));
                    }
                    Thread.sleep(random.nextInt(40));
                    application.kill();
                }
            }
            assertThat(sink.count()).as("killed before the end").isLessThan(READERS);
            assertThat(duringJob)
                    .as("kills while letters were given to the outbox")
                    .isPositive();
            try (var application = RunningApplication.start(folder, environment)) {
                awaitSent(application);
                assertThat(application.queryColumn("SELECT state FROM outreach.newsletter"))
                        .containsExactly("SENT");
            }
            check(sink);
        }
        Files.delete(link);
    }

    private void check(MailSink sink) {
        Map<String, List<String>> arrived = sink.received().stream()
                .filter(each -> each.recipient().startsWith("lectrice"))
                .collect(Collectors.groupingBy(
                        ReceivedLetter::recipient, Collectors.mapping(NewsletterFaultsTest::id, Collectors.toList())));
        assertThat(arrived).as("nobody is left out").hasSize(READERS);
        arrived.values().removeIf(ids -> ids.size() == 1);
        assertThat(arrived).as("in flight at a kill").hasSizeLessThanOrEqualTo(KILLS);
        assertThat(arrived.values())
                .allSatisfy(ids -> assertThat(ids).hasSize(2).containsOnly(ids.get(0)));
    }

    private static String id(ReceivedLetter letter) {
        Matcher id = MESSAGE_ID.matcher(letter.text());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    /** An issue to readers who agreed, through the interface for programs. */
    private static void confirm(RunningApplication application) throws Exception {
        // The server answers shortly before the set-up of its first start is finished.
        await().atMost(RunningApplication.PATIENCE)
                .until(() -> application.get("/api/v1/segments").statusCode() == 200);
        application.execute("""
                INSERT INTO directory.people_person (id, given_name, family_name, languages, contact_points)
                SELECT gen_random_uuid(), 'Lectrice', 'No ' || n, '{fr}', jsonb_build_array(jsonb_build_object(
                           'channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'lectrice' || n || '@exemple.example',
                           'label', NULL))
                  FROM generate_series(1, %d) AS n""".formatted(READERS), """
                INSERT INTO directory.consent_entry (id, person, kind, channel, purpose, basis, happened_on, method, wording,
                                                     wording_version, recorded_by, recorded_at)
                SELECT gen_random_uuid(), id, 'GIVEN', 'MAIL', 'NEWS', 'EXPRESS', '2026-01-05', 'PAPER', 'Oui', '1',
                       gen_random_uuid(), now()
                  FROM directory.people_person WHERE given_name = 'Lectrice'""", """
                INSERT INTO directory.consent_setting (id, sender_address, sender_contact)
                VALUES (gen_random_uuid(), '12, rue des Érables, Montréal', '514 555-0100') ON CONFLICT DO NOTHING""", """
                INSERT INTO directory.segment (id, name) VALUES ('%s', 'Lectrices')""".formatted(SEGMENT));
        var written = application.post("/api/v1/newsletters", UUID.randomUUID().toString(), """
                {"subject": "Nouvelles", "segment": "%s", "blocks": [{"kind": "ARTICLE", "title": "Un", "text": "Deux"}]}
                """.formatted(SEGMENT));
        assertThat(written.statusCode())
                .as(new String(written.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        var sent = application.post(
                written.headers().firstValue("Location").orElseThrow() + "/send",
                UUID.randomUUID().toString(),
                "{}");
        assertThat(sent.statusCode())
                .as(new String(sent.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        // The coordinator has ten minutes to stop it; the test lets these pass.
        application.execute("UPDATE outreach.newsletter SET leaves_at = now()", NOW);
    }

    /** Waits until the job has given more letters to the outbox than known so far; returns for how many readers. */
    private static long awaitJob(RunningApplication application, long known) {
        return await().atMost(RunningApplication.PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> count(application, RECIPIENTS), given -> given > known || given == READERS);
    }

    private static void awaitLetters(RunningApplication application, MailSink sink, int number) throws SQLException {
        int least = Math.max(number, sink.count() + 1);
        application.execute(NOW);
        await().atMost(RunningApplication.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> sink.count() >= least);
    }

    private static long count(RunningApplication application, String question) throws SQLException {
        return Long.parseLong(application.queryColumn(question).get(0));
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
                            NOW);
                    return count(application, RECIPIENTS) == READERS && count(application, UNSENT) == 0;
                });
    }
}
