package org.convergence.bench;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures the dues of 5,000 organisations: called, invoiced and put in the outbox within the application's memory,
 * then the invoices rendered one after the other, as when letters leave.
 */
record DuesRunBench(BenchInstallation installation, HttpVisitor visitor) {

    private static final String CALLS = "/resources/dues/calls";
    private static final int PAPERS = 200;
    private static final double MILLIS = 1_000_000.0;

    void measure(BenchReport findings) throws Exception {
        if (!visitor.exists(CALLS + "/new")) {
            findings.addMissing("dues run of 5,000 organisations", "not there yet");
            return;
        }
        makeMembers();
        String call = prepare();
        double before = memory();
        double most = before;
        long begin = System.nanoTime();
        post(call + "/issue", call + "/issue", Map.of());
        while (isIssuing()) {
            most = Math.max(most, memory());
            Thread.sleep(200);
        }
        double seconds = (System.nanoTime() - begin) / MILLIS / 1_000;
        int issued = Integer.parseInt(queryValue("SELECT count(*) FROM resources.dues_share WHERE call = '"
                + call.substring(CALLS.length() + 1) + "' AND invoice IS NOT NULL"));
        findings.add(
                "dues run: " + issued + " invoices with their letters",
                String.format(Locale.ROOT, "%.1f s, %.0f a second", seconds, issued / seconds),
                String.format(Locale.ROOT, "memory %.0f MB before, %.0f MB at most", before, most),
                "flat memory",
                most < before + 150);
        papers(findings, before);
    }

    /** Invoices all organisations, and leaves their letters in the outbox. */
    void issue() throws Exception {
        makeMembers();
        String call = prepare();
        post(call + "/issue", call + "/issue", Map.of());
        while (isIssuing()) {
            Thread.sleep(200);
        }
    }

    private boolean isIssuing() throws Exception {
        return !queryValue("SELECT count(*) FROM platform.jobs_run WHERE kind = 'dues-call' AND finished_at IS NULL")
                .equals("0");
    }

    private void papers(BenchReport findings, double before) throws Exception {
        List<String> ids =
                List.of(queryValue("SELECT string_agg(id::text, ',') FROM (SELECT id FROM resources.ledger_invoice"
                                + " ORDER BY id LIMIT " + PAPERS + ") AS first")
                        .split(",", -1));
        long begin = System.nanoTime();
        for (String id : ids) {
            visitor.open("/resources/ledger/invoices/" + id + "/file.pdf");
        }
        double each = (System.nanoTime() - begin) / MILLIS / ids.size();
        double after = memory();
        findings.add(
                "invoice PDFs, one after another",
                BenchReport.ms(each),
                String.format(Locale.ROOT, "memory %.0f MB before, %.0f MB after %d", before, after, ids.size()),
                "flat memory",
                after < before + 200);
    }

    /** Makes all organisations members with a declared headcount. */
    private void makeMembers() throws Exception {
        try (Connection administrator = installation.database().administrator("convergence");
                Statement statement = administrator.createStatement()) {
            for (String sql : List.of("""
                    INSERT INTO resources.membership_category (id, code, name, kind)
                    VALUES ('00000000-0000-4000-8000-0000000000ca', 'BENCH', 'Syndicats', 'ORGANISATION')
                    ON CONFLICT DO NOTHING
                    """, """
                    INSERT INTO resources.dues_rate (id, category, since, shape, currency, amount, minimum, decided_body,
                                                     decided_on)
                    VALUES ('00000000-0000-4000-8000-0000000000cb', '00000000-0000-4000-8000-0000000000ca', '2015-01-01',
                            'PER_CAPITA', 'CAD', 0.45, 75, 'AGA', '2014-12-01')
                    ON CONFLICT DO NOTHING
                    """, """
                    INSERT INTO resources.membership (id, organisation, category, since)
                    SELECT gen_random_uuid(), id, '00000000-0000-4000-8000-0000000000ca', '2015-01-01'
                    FROM directory.people_organisation o
                    WHERE NOT EXISTS (SELECT FROM resources.membership WHERE organisation = o.id)
                    """, """
                    INSERT INTO resources.membership_headcount (id, organisation, counted_on, number, status, recorded_at)
                    SELECT gen_random_uuid(), organisation, current_date - 100,
                           100 + (hashtext(organisation::text) & 4095), 'DECLARED', now()
                    FROM resources.membership m
                    WHERE NOT EXISTS (SELECT FROM resources.membership_headcount WHERE organisation = m.organisation)
                    """)) {
                statement.execute(sql);
            }
        }
    }

    private String prepare() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return post(
                CALLS + "/new",
                CALLS + "/new",
                Map.of(
                        "kind",
                        "ANNUAL",
                        "name",
                        "Cotisation",
                        "reference",
                        today.minusDays(1).toString(),
                        "due",
                        today.plusDays(60).toString()));
    }

    /** Sends a form and returns the address of its redirect. */
    private String post(String page, String to, Map<String, String> fields) throws Exception {
        String token = visitor.read(page).select("main input[name=_csrf]").val();
        String body = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
                + fields.entrySet().stream()
                        .map(each ->
                                "&" + each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        var answer = visitor.send(visitor.request(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
        return answer.headers().firstValue("location").orElseThrow();
    }

    private double memory() throws Exception {
        return ProcessMemory.of(installation.program().handle());
    }

    private String queryValue(String sql) throws Exception {
        return installation.database().queryValue(sql);
    }
}
