package org.convergence.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Measures the import of a list of 100,000 people, from “run” to its end, against a bare COPY of the same rows into the
 * same table.
 */
record ListImportBench(BenchInstallation installation, HttpVisitor visitor) {

    private static final String PLACE = "/directory/people/imports";
    private static final int ROWS = 100_000;
    private static final int WARM = 20_000;
    private static final double BAR = 4_000;
    private static final double TIMES_COPY = 6;
    private static final String COLUMNS =
            "id, version, given_name, family_name, display_form, pronoun, languages, contact_points, note, created_at";
    private static final String MADE = "(SELECT made FROM platform.imports_made WHERE thing = 'PERSON')";

    void measure(BenchReport findings) throws Exception {
        clear();
        enter(read(list(WARM, 5_000_000)));
        long begin = System.nanoTime();
        Document preview = read(list(ROWS, 6_000_000));
        double read = millisSince(begin);
        begin = System.nanoTime();
        enter(preview);
        double entered = millisSince(begin);
        long people = Long.parseLong(installation
                .database()
                .queryValue("SELECT count(*) FROM platform.imports_made WHERE thing = 'PERSON'"));
        double copy = copy();
        findings.add("import of 100,000 people, preview", BenchReport.ms(read), "–", "< 60 s", read < 60_000);
        findings.add(
                "import of 100,000 people",
                BenchReport.ms(entered),
                "audited; " + (people - WARM) + " new among 100,000 known",
                "< 4 s",
                entered < BAR && people == ROWS + WARM);
        findings.add(
                "import of 100,000 people, against COPY",
                String.format(Locale.ROOT, "× %.2f", entered / copy),
                BenchReport.ms(copy) + " for a bare COPY of the same rows",
                "≤ × 6",
                entered <= TIMES_COPY * copy);
        long again = System.nanoTime();
        enter(read(list(ROWS, 6_000_000)));
        double second = millisSince(again);
        boolean same = installation
                .database()
                .queryValue("SELECT count(*) FROM platform.imports_made WHERE thing = 'PERSON'")
                .equals(String.valueOf(people));
        findings.add("the same import again", BenchReport.ms(second), "none new", "no duplicate", same);
        clear();
    }

    private Document read(byte[] list) throws Exception {
        String token = visitor.read(PLACE).select("main input[name=_csrf]").val();
        var answer = new MultipartUpload(Map.of("_csrf", token, "subject", "PERSONS"), "liste.csv", list)
                .send(visitor, PLACE, Map.of());
        return visitor.read(answer.headers().firstValue("location").orElseThrow());
    }

    private void enter(Document preview) throws Exception {
        var form = preview.select("form[action$=/run]");
        String fields = "_csrf=" + form.select("input[name=_csrf]").val() + "&version="
                + form.select("input[name=version]").val();
        visitor.send(visitor.request(form.attr("action"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(fields))
                .build());
        String id = form.attr("action").replaceAll(".*/([0-9a-f-]{36})/run", "$1");
        while (!installation
                .database()
                .queryValue("SELECT state FROM platform.imports_file WHERE id = '" + id + "'")
                .equals("DONE")) {
            Thread.sleep(25);
        }
    }

    /** Copies the imported rows under other ids, without triggers, and rolls back. */
    private double copy() throws Exception {
        try (Connection administrator = installation.database().administrator("convergence");
                Statement statement = administrator.createStatement()) {
            CopyManager copies = administrator.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            copies.copyOut(
                    "COPY (SELECT gen_random_uuid(), " + COLUMNS.substring(4)
                            + " FROM directory.people_person WHERE id IN " + MADE
                            + " AND given_name || family_name <> ''"
                            + " ORDER BY id DESC LIMIT " + ROWS + ") TO STDOUT",
                    rows);
            administrator.setAutoCommit(false);
            statement.execute("SET LOCAL session_replication_role = replica");
            long begin = System.nanoTime();
            copies.copyIn(
                    "COPY directory.people_person (" + COLUMNS + ") FROM STDIN",
                    new ByteArrayInputStream(rows.toByteArray()));
            double time = millisSince(begin);
            administrator.rollback();
            return time;
        }
    }

    /** Deletes the imported rows and the records about the import. */
    private void clear() throws Exception {
        try (Connection administrator = installation.database().administrator("convergence");
                Statement statement = administrator.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("DELETE FROM directory.people_person WHERE id IN " + MADE);
            statement.execute("TRUNCATE platform.audit_entry");
            statement.execute("SET session_replication_role = origin");
            statement.execute("DELETE FROM platform.imports_file");
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000.0;
    }

    private static byte[] list(int rows, int from) {
        String[] given = "Marie Jean Sofia Luc Mathieu Émilie Zoé José Nadia Ahmed Mei Olivier Étienne Noémie Béatrice"
                .split(" ", -1);
        String[] parts = "ba be bi co da de fa fo ga la li ma mo na no pa ra ri sa se ta te va vo".split(" ", -1);
        StringBuilder list = new StringBuilder("Nom de famille;Prénom;Courriel;Téléphone;Langue\n");
        for (int i = from; i < from + rows; i++) {
            int n = i * 31;
            String family =
                    parts[Math.floorMod(n, 24)] + parts[Math.floorMod(n / 24, 24)] + parts[Math.floorMod(i / 7, 24)];
            list.append(Character.toUpperCase(family.charAt(0)))
                    .append(family.substring(1))
                    .append(i % 8 == 0 ? "-Côté;" : ";")
                    .append(given[Math.floorMod(i, given.length)])
                    .append(";n")
                    .append(i)
                    .append("@exemple.org;514 ")
                    .append(i)
                    .append(";français\n");
        }
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }
}
