package org.convergence.bench;

import java.io.OutputStream;
import java.sql.Connection;
import java.util.Locale;
import org.postgresql.PGConnection;

/** Measures the export of all people as CSV, against the server's own COPY of the same data, in turn. */
record ListExportBench(BenchInstallation installation, HttpVisitor visitor) {

    private static final String FILE = "/directory/people/persons/export.csv";
    private static final double TIMES_COPY = 2;
    private static final double GROWTH = 40;
    private static final String ROWS = """
            COPY (SELECT p.given_name, p.family_name, p.display_form, p.pronoun, p.languages, p.contact_points, p.note,
                         (SELECT string_agg(f.title || ', ' || coalesce(o.short_name, o.name), ' · ' ORDER BY f.since)
                          FROM directory.people_function f JOIN directory.people_organisation o ON o.id = f.organisation
                          WHERE f.person = p.id AND daterange(f.since, f.until, '[]') @> current_date)
                  FROM directory.people_person p WHERE p.forgotten_at IS NULL
                  ORDER BY p.sort_name COLLATE "fr-CA-x-icu", p.id) TO STDOUT WITH (FORMAT csv)
            """;

    void measure(BenchReport findings) throws Exception {
        visitor.open(FILE);
        double before = ProcessMemory.of(installation.program().handle());
        try (Connection database = installation.database().application()) {
            var times = MedianTimer.medians(
                    1,
                    3,
                    () -> visitor.open(FILE),
                    () -> database.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(ROWS, OutputStream.nullOutputStream()));
            double growth = ProcessMemory.of(installation.program().handle()) - before;
            double ratio = times.get(0) / times.get(1);
            findings.add(
                    "100,000 people as CSV",
                    BenchReport.ms(times.get(0)),
                    BenchReport.ms(times.get(1)) + " for COPY TO STDOUT of the same rows",
                    "≤ × 2",
                    ratio <= TIMES_COPY);
            findings.add(
                    "memory of the export (PSS)",
                    String.format(Locale.ROOT, "%+.0f MB", growth),
                    "after three more exports",
                    "< " + (int) GROWTH + " MB",
                    growth < GROWTH);
        }
    }
}
