package org.convergence.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures an issue of the newsletter from its confirmation to the last letter, through the job that checks the consent of
 * each person, to Postfix’s own test server; beside it, Postfix’s own client without personalisation, consent or database.
 * Also the count of a segment among 100,000 people, and what a person at a screen feels meanwhile.
 */
record NewsletterBench(Path folder) {

    private static final int ORGANISATIONS = 5_000;
    private static final int PEOPLE = 100_000;
    private static final int FEW = 1_000;
    private static final int REFERENCE_BYTES = 8_000;
    private static final String PAGE = "/directory/people/persons";
    private static final String TEXT =
            "Une rencontre publique à Rimouski le 14, un atelier à Québec le 21, et la tournée qui se prépare. ";

    private static final double MILLION = 1_000_000;

    /** Of segments by the people that they hold. */
    private enum BenchSegment {
        FEW_PEOPLE("function=porte-parole du banc", FEW),
        FIFTH("function=présidente", PEOPLE / 5),
        ALL("", PEOPLE);

        private final String criterion;
        private final int people;

        BenchSegment(String criterion, int people) {
            this.criterion = criterion;
            this.people = people;
        }

        UUID id() {
            return UUID.nameUUIDFromBytes(name().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What a sending took: milliseconds to its first letter, letters a second, and the most memory in megabytes. */
    private record SendingCost(double begin, double perSecond, double memory, double page) {}

    void measure(BenchReport findings) throws Exception {
        if (!PostfixSink.isInstalled()) {
            findings.addMissing("newsletter", "Debian’s package postfix is not installed");
            return;
        }
        try (PostfixSink sink = new PostfixSink();
                BenchInstallation installation =
                        new BenchInstallation(folder, Dataset.ofDirectory(ORGANISATIONS, PEOPLE))) {
            installation.start();
            installation.fill();
            prepare(installation);
            installation.stop();
            installation.start(Map.of(
                    "CONVERGENCE_BASE_URL", "https://convergence.exemple.org",
                    "CONVERGENCE_SMTP_URL", "smtp://127.0.0.1:" + sink.port() + "?tls=never",
                    "CONVERGENCE_MAIL_FROM", "bench@exemple.org",
                    "CONVERGENCE_JOBS_PULSE", "1s"));
            HttpVisitor visitor = installation.signInCoordinator();
            segment(visitor, findings);
            send(installation, visitor, sink, BenchSegment.FEW_PEOPLE);
            double alone = page(visitor);
            double before = sink.measureSource(BenchSegment.FIFTH.people, REFERENCE_BYTES);
            SendingCost fifth = send(installation, visitor, sink, BenchSegment.FIFTH);
            double source = Math.max(before, sink.measureSource(BenchSegment.FIFTH.people, REFERENCE_BYTES));
            SendingCost few = send(installation, visitor, sink, BenchSegment.FEW_PEOPLE);
            SendingCost all = send(installation, visitor, sink, BenchSegment.ALL);
            add(findings, fifth, source);
            findings.add(
                    "the same, people at work meanwhile",
                    BenchReport.ms(fifth.page()),
                    BenchReport.ms(alone) + " for the list of people before: " + times(fifth.page() / alone),
                    "≤ × 1.3",
                    fifth.page() <= 1.3 * alone);
            findings.add(
                    "memory of a newsletter to " + PEOPLE + " (PSS)",
                    String.format(Locale.ROOT, "%.0f MB at most", all.memory()),
                    String.format(Locale.ROOT, "%.0f MB at most to %d", few.memory(), FEW),
                    "± 40 MB",
                    Math.abs(all.memory() - few.memory()) <= 40);
        }
    }

    private static void add(BenchReport findings, SendingCost measured, double source) {
        findings.add(
                "newsletter to " + BenchSegment.FIFTH.people + ", consent checked, over one connection",
                String.format(Locale.ROOT, "%.0f a second", measured.perSecond()),
                String.format(
                        Locale.ROOT,
                        "%.0f by smtp-source, of %d bytes, all alike: %s",
                        source,
                        REFERENCE_BYTES,
                        times(measured.perSecond() / source)),
                "≥ 1080",
                measured.perSecond() >= 1_080);
        findings.add(
                "its first letter, after the hour at which it leaves",
                BenchReport.ms(measured.begin()),
                "–",
                "≤ 2 s",
                measured.begin() <= 2_000);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "× %.2f", ratio);
    }

    private static void segment(HttpVisitor visitor, BenchReport findings) throws Exception {
        double time = MedianTimer.medians(
                        20, 40, () -> visitor.open("/directory/segment/size?c-function=pr%C3%A9sidente"))
                .get(0);
        findings.add(
                "count of a segment among " + PEOPLE + " people",
                BenchReport.ms(time),
                "its page included",
                "≤ 100 ms",
                time <= 100);
    }

    private static double page(HttpVisitor visitor) throws Exception {
        return MedianTimer.medians(50, 100, () -> visitor.open(PAGE)).get(0);
    }

    private static SendingCost send(
            BenchInstallation installation, HttpVisitor visitor, PostfixSink sink, BenchSegment segment)
            throws Exception {
        execute(
                installation,
                "DELETE FROM directory.segment_letter",
                "DELETE FROM platform.mail_message",
                "VACUUM platform.mail_message");
        String issue = installation
                .post("/api/v1/newsletters", """
                {"subject": "Nouvelles de novembre", "segment": "%s", "blocks": [
                  {"kind": "LEAD", "text": "Bonjour à toutes et à tous,"},
                  {"kind": "ARTICLE", "title": "Ce qui vient", "text": "%s", "url": "https://exemple.org/a"}]}
                """.formatted(
                                segment.id(), TEXT.repeat(8).strip()))
                .headers()
                .firstValue("location")
                .orElseThrow();
        Thread.sleep(2_000);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService person = Executors.newSingleThreadExecutor();
        try {
            Future<List<Double>> pages = person.submit(() -> openUntil(over, visitor));
            installation.post(issue + "/send", "{}");
            // The coordinator is told, and has ten minutes to stop it.
            Thread.sleep(3_000);
            execute(
                    installation,
                    "UPDATE outreach.newsletter SET leaves_at = now() WHERE state = 'CONFIRMED'",
                    "UPDATE platform.jobs_scheduled SET execution_time = now()"
                            + " WHERE task_name = 'newsletter-departures' AND NOT picked");
            sink.clear();
            long begin = System.nanoTime();
            double memory = 0;
            long latest = System.nanoTime() + Duration.ofMinutes(20).toNanos();
            while (sink.count() < segment.people) {
                memory =
                        Math.max(memory, ProcessMemory.of(installation.program().handle()));
                if (System.nanoTime() > latest) {
                    throw new IllegalStateException(sink.count() + " of " + segment.people + " letters arrived");
                }
                Thread.sleep(250);
            }
            over.set(true);
            return new SendingCost(
                    (sink.firstNanos() - begin) / MILLION, sink.perSecond(), memory, MedianTimer.median(pages.get()));
        } finally {
            over.set(true);
            person.shutdown();
        }
    }

    /** A person who opens a page, reads a little, and opens it again. */
    private static List<Double> openUntil(AtomicBoolean over, HttpVisitor visitor) throws Exception {
        List<Double> times = new ArrayList<>();
        while (!over.get()) {
            long begin = System.nanoTime();
            visitor.open(PAGE);
            times.add((System.nanoTime() - begin) / MILLION);
            Thread.sleep(100);
        }
        return times;
    }

    private static void prepare(BenchInstallation installation) throws Exception {
        List<String> statements = new ArrayList<>(List.of(
                "SET session_replication_role = replica",
                "DELETE FROM outreach.newsletter_recipient",
                "DELETE FROM outreach.newsletter_edition",
                "DELETE FROM outreach.newsletter_text",
                "DELETE FROM outreach.newsletter_block",
                "DELETE FROM outreach.newsletter",
                "DELETE FROM directory.segment",
                "DELETE FROM directory.consent_entry",
                "DELETE FROM directory.people_function WHERE title = 'Porte-parole du banc'",
                """
                INSERT INTO directory.consent_setting (id, sender_address, sender_contact)
                VALUES (gen_random_uuid(), '12, rue des Érables, Montréal', '514 555-0100') ON CONFLICT DO NOTHING""",
                """
                INSERT INTO directory.consent_entry (id, person, kind, channel, purpose, basis, happened_on, method, wording,
                                                     wording_version, recorded_by, recorded_at)
                SELECT gen_random_uuid(), id, 'GIVEN', 'MAIL', 'NEWS', 'EXPRESS', '2026-01-05', 'PAPER', 'Oui', '1',
                       gen_random_uuid(), now() FROM directory.people_person""",
                """
                INSERT INTO directory.people_function (id, person, organisation, title)
                SELECT gen_random_uuid(), person, organisation, 'Porte-parole du banc'
                  FROM (SELECT person, organisation FROM directory.people_function ORDER BY id LIMIT %d) AS first""".formatted(FEW)));
        for (BenchSegment each : BenchSegment.values()) {
            statements.add("INSERT INTO directory.segment (id, name, criteria) VALUES ('%s', '%s', '{%s}')"
                    .formatted(each.id(), each, each.criterion.isEmpty() ? "" : "\"" + each.criterion + "\""));
        }
        statements.add("ANALYZE");
        execute(installation, statements.toArray(String[]::new));
    }

    private static void execute(BenchInstallation installation, String... statements) throws Exception {
        try (Connection administrator = installation.database().administrator("convergence");
                Statement statement = administrator.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
