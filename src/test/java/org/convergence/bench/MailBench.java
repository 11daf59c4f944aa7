package org.convergence.bench;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.convergence.testing.MailSink;
import org.convergence.testing.MailSink.ReceivedLetter;

/**
 * Measures the letters that leave in a second over one connection to a server on this machine: plain letters, then dues
 * letters that each carry an invoice drawn at sending. Beside them, a loop of Jakarta Mail on one session without a
 * database, to the same server in the same run.
 */
record MailBench(Path folder) {

    private static final int PLAIN = Integer.getInteger("bench.mail.plain", 6_000);
    private static final int INVOICES = 1_000;

    private static final String TEXT = """
            Bonjour,

            Voici les nouvelles du mois : une rencontre publique à Rimouski le 14, un atelier à Québec le 21, et la \
            tournée d’automne qui se prépare. Vos idées sont les bienvenues jusqu’à la fin du mois.

            http://localhost:8080/nouvelles/2026/novembre

            Au plaisir de vous y voir,
            l’équipe""".replace("\\\n", "");

    /** Starts the round at once instead of every minute. */
    private static final String ROUND_NOW =
            "UPDATE platform.jobs_scheduled SET execution_time = now() WHERE task_name = 'mail-round' AND NOT picked";

    void measure(BenchReport findings) throws Exception {
        try (MailSink sink = new MailSink(MailSink.Faults.NONE);
                BenchInstallation installation = new BenchInstallation(folder, Dataset.ofDirectory(INVOICES, 10))) {
            installation.start();
            installation.fill();
            DuesRunBench dues = new DuesRunBench(installation, installation.signInCoordinator());
            execute(installation, "DELETE FROM platform.mail_message");
            dues.issue();
            execute(installation, "UPDATE platform.mail_message SET next_at = now() + interval '1 day'");
            installation.stop();
            installation.start(Map.of(
                    "CONVERGENCE_SMTP_URL", "smtp://127.0.0.1:" + sink.port() + "?tls=never",
                    "CONVERGENCE_MAIL_FROM", "bench@exemple.org",
                    "CONVERGENCE_JOBS_PULSE", "1s"));
            Rate alone = loop(sink);
            Rate plain = send(installation, sink, """
                    INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                    SELECT gen_random_uuid(), 'p' || n || '@groupe.example', 'Nouvelles de novembre', '%s', 'bench', now(), now()
                      FROM generate_series(1, %d) AS n""".formatted(TEXT, PLAIN), PLAIN);
            Rate again = loop(sink);
            add(findings, "plain letters over one connection", plain, 1_080, alone.or(again));
            int number = Integer.parseInt(installation
                    .database()
                    .queryValue("SELECT count(*) FROM platform.mail_message WHERE state = 'QUEUED'"));
            Rate papers = send(
                    installation,
                    sink,
                    "UPDATE platform.mail_message SET next_at = now() WHERE state = 'QUEUED'",
                    number);
            add(findings, "letters with their invoice, drawn at sending", papers, 150, alone.or(again));
        }
    }

    private static void add(BenchReport findings, String what, Rate measured, int bar, Rate alone) {
        findings.add(
                what,
                String.format(Locale.ROOT, "%.0f a second, of %d bytes", measured.perSecond(), measured.bytes()),
                String.format(
                        Locale.ROOT,
                        "%.0f plain ones by Jakarta Mail without database: × %.2f; %d connections",
                        alone.perSecond(),
                        measured.perSecond() / alone.perSecond(),
                        measured.connections()),
                "≥ " + bar,
                measured.perSecond() >= bar);
    }

    /** How fast letters arrived at the server. */
    private record Rate(double perSecond, int bytes, int connections) {

        static Rate of(MailSink sink) {
            List<ReceivedLetter> letters = sink.received();
            long nanos =
                    letters.get(letters.size() - 1).nanos() - letters.get(0).nanos();
            return new Rate(
                    (letters.size() - 1) * 1e9 / nanos,
                    (int) letters.stream()
                            .mapToInt(each -> each.text().length())
                            .average()
                            .orElse(0),
                    sink.connections());
        }

        /** The faster one. */
        Rate or(Rate other) {
            return perSecond > other.perSecond ? this : other;
        }
    }

    private static Rate send(BenchInstallation installation, MailSink sink, String letters, int number)
            throws Exception {
        sink.clear();
        execute(installation, letters, ROUND_NOW);
        long latest = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (sink.count() < number) {
            if (System.nanoTime() > latest) {
                throw new IllegalStateException(sink.count() + " of " + number + " letters arrived");
            }
            Thread.sleep(50);
        }
        return Rate.of(sink);
    }

    private static Rate loop(MailSink sink) throws Exception {
        sink.clear();
        Session session = Session.getInstance(new Properties());
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", sink.port(), null, null);
            for (int n = 1; n <= PLAIN; n++) {
                MimeMessage message = new MimeMessage(session);
                message.setFrom(new InternetAddress("bench@exemple.org", "Solidarité en partage", "UTF-8"));
                message.setRecipient(Message.RecipientType.TO, new InternetAddress("p" + n + "@groupe.example"));
                message.setSubject("Nouvelles de novembre", "UTF-8");
                message.setText(TEXT, "UTF-8");
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
        return Rate.of(sink);
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
