package org.convergence.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A minute of signatures of an urgent action from 32 clients and many addresses: each organisation signs several times, by
 * its name or another spelling of it; half of the organisations are known to the directory, with an address.
 */
record SignOnBench(BenchInstallation installation, PublicFormBench forms) {

    private static final int MINUTE = 60;
    private static final int SIGNATORIES = 1_000;
    private static final List<String> FORMER = List.of(
            "advocacy.urgentaction_link",
            "advocacy.urgentaction_sign_on",
            "advocacy.urgentaction_text",
            "advocacy.urgentaction",
            "directory.people_organisation WHERE name LIKE 'Rafale %'",
            "platform.mail_message WHERE recipient LIKE 'rafale%'");

    private static final String PUBLISHED_ACTION = """
            WITH known AS (
                INSERT INTO directory.people_organisation (id, name, kind, contact_points)
                SELECT gen_random_uuid(), 'Rafale ' || n, 'LOCAL_UNION', jsonb_build_array(jsonb_build_object(
                    'channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'rafale' || n || '@exemple.example'))
                FROM generate_series(1, %d) n RETURNING id, name),
            action AS (
                INSERT INTO advocacy.urgentaction (id, year, number, title, partner, country, happened, received_on, degree,
                    risk, risk_by, expires_on, consent_giver, consent_name, consent_how, consent_given_on, consent_until,
                    consent_wording, checked_by, checked_on, checked_risk, state, sent_at)
                SELECT gen_random_uuid(), 2026, 90000 + (SELECT count(*) FROM advocacy.urgentaction), 'Rafale', id, 'CO',
                    'Alerte', current_date, 'ORGANISATION', 'LOW', gen_random_uuid(), current_date + 30, 'ORGANISATION',
                    'Présidence', 'au téléphone', current_date, current_date + 30, 1, 'Bea', current_date, 'LOW', 'OUT', now()
                FROM known WHERE name = 'Rafale 1' RETURNING id)
            INSERT INTO advocacy.urgentaction_text (id, action, language, title, story, subject, letter)
            SELECT gen_random_uuid(), id, 'fr', 'Titre', 'Récit', 'Objet', 'Lettre' FROM action
            """;

    void measure(BenchReport findings) throws Exception {
        try (Connection administrator = installation.database().administrator("convergence");
                Statement statement = administrator.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String rows : FORMER) {
                statement.execute("DELETE FROM " + rows);
            }
            statement.execute("SET session_replication_role = origin");
            statement.execute(PUBLISHED_ACTION.formatted(SIGNATORIES / 2));
        }
        String page = "/public/urgent-action/"
                + installation
                        .database()
                        .queryValue("SELECT year || '-' || number FROM advocacy.urgentaction WHERE title = 'Rafale'");
        String opened = new HttpVisitor(installation.program().address())
                .read(page)
                .select("input[name=_opened]")
                .val();
        // A form is read before it is sent.
        Thread.sleep(2_100);
        String rest = "&signer=Luce+Roy&office=Presidence&body=Comite+executif&decided="
                + LocalDate.now(ZoneOffset.UTC).minusDays(2) + "&_opened="
                + URLEncoder.encode(opened, StandardCharsets.UTF_8);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        long end = System.nanoTime() + MINUTE * 1_000_000_000L;
        int done = PublicFormBench.together(32, client -> {
            int mine = 0;
            while (System.nanoTime() < end) {
                int number = next.getAndIncrement();
                String name = (number / SIGNATORIES % 2 == 0 ? "Rafale+" : "RAFALE+") + (1 + number % SIGNATORIES);
                byte[] from = {127, (byte) (101 + client), (byte) (mine / 250), (byte) (1 + mine % 250)};
                if (!forms.send(page, "organisation=" + name + rest, from).startsWith("HTTP/1.1 303")) {
                    refused.incrementAndGet();
                }
                mine++;
            }
            return mine;
        });
        int signed = Math.min(done, SIGNATORIES);
        String kept = installation.database().queryValue("SELECT count(*) FROM advocacy.urgentaction_sign_on");
        String letters = installation
                .database()
                .queryValue(
                        "SELECT count(*) FROM platform.mail_message WHERE recipient LIKE 'rafale%@exemple.example'");
        findings.add(
                "signatures of an urgent action, 32 clients, 60 s",
                String.format(Locale.ROOT, "%.0f a second, %d refused", done / (double) MINUTE, refused.get()),
                String.format(
                        Locale.ROOT,
                        "%d forms of %d organisations: %s signatures, %s letters",
                        done,
                        signed,
                        kept,
                        letters),
                "none refused, lost or double",
                refused.get() == 0
                        && kept.equals(String.valueOf(signed))
                        && letters.equals(String.valueOf(Math.min(signed, SIGNATORIES / 2))));
    }
}
