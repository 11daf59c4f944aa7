package org.convergence.resources.dues.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PdfBinder;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceFile;
import org.convergence.resources.ledger.domain.InvoicePaper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The letters of a call to be printed, by the day on which they are to be posted: invoices with their enclosures, and
 * reminders of what is still owed. Each is written to a temporary file.
 */
@Service
@Requires(DuesPermissions.READ)
public class PostBundle {

    private static final int MOST = 500;

    private static final String PRINTED = """
            SELECT l.invoice, l.round, i.series, i.sequence, (l.posted_at AT TIME ZONE :zone)::date AS day
            FROM resources.dues_letter l
            JOIN resources.dues_invoice d ON d.invoice = l.invoice
            JOIN resources.ledger_invoice i ON i.id = l.invoice
            WHERE d.call = :call AND NOT l.by_mail
              AND (l.round = 0
                   OR i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_allocation WHERE invoice = i.id)
                              + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_reduction WHERE invoice = i.id))
            """;

    private final InvoiceFile file;
    private final InvoicePaper paper;
    private final ReminderPaper reminders;
    private final CallLeaflets leaflets;
    private final Speaking speaking;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    PostBundle(
            InvoiceFile file,
            InvoicePaper paper,
            ReminderPaper reminders,
            CallLeaflets leaflets,
            Speaking speaking,
            OrganisationSettings settings,
            JdbcClient db) {
        this.file = file;
        this.paper = paper;
        this.reminders = reminders;
        this.leaflets = leaflets;
        this.speaking = speaking;
        this.settings = settings;
        this.db = db;
    }

    /** Temporary files, deleted on close. */
    public record Bound(List<Path> files) implements AutoCloseable {

        public Bound {
            files = List.copyOf(files);
        }

        /** Writes the files one after the other as one PDF. */
        public void write(OutputStream out) throws IOException {
            PdfBinder.bind(files, out);
        }

        @Override
        public void close() throws IOException {
            for (Path each : files) {
                Files.deleteIfExists(each);
            }
        }
    }

    /**
     * Letters to be posted together.
     *
     * @param part from 1 on: a day with many letters is split into parts
     */
    public record Batch(LocalDate day, int part, int parts, int letters) {}

    private record Printed(InvoiceId invoice, int round) {}

    /** All batches of a call, the latest day first. */
    public List<Batch> batches(CallId call) {
        List<Batch> batches = new ArrayList<>();
        asked("SELECT day, count(*) AS many FROM (" + PRINTED + ") AS each GROUP BY day ORDER BY day DESC", call)
                .query((row, n) -> new Batch(row.getObject("day", LocalDate.class), 1, 1, row.getInt("many")))
                .list()
                .forEach(day -> {
                    int parts = (day.letters() + MOST - 1) / MOST;
                    for (int part = 1; part <= parts; part++) {
                        int left = day.letters() - (part - 1) * MOST;
                        batches.add(new Batch(day.day(), part, parts, Math.min(left, MOST)));
                    }
                });
        return batches;
    }

    private JdbcClient.StatementSpec asked(String sql, CallId call) {
        return db.sql(sql)
                .param("call", call.value())
                .param("zone", settings.current().zone().getId());
    }

    /**
     * The letters of a batch.
     *
     * @throws Refused if nothing is to be printed
     */
    public Bound of(CallId call, Batch batch) throws IOException {
        List<Printed> printed = asked("""
                        SELECT invoice, round
                        FROM (SELECT each.*, row_number() OVER (ORDER BY series, sequence, round) AS place
                              FROM (%s) AS each WHERE day = :day) AS placed
                        WHERE place > :from AND place <= :to ORDER BY place
                        """.formatted(PRINTED), call)
                .param("day", batch.day())
                .param("from", (batch.part() - 1) * MOST)
                .param("to", batch.part() * MOST)
                .query((row, n) ->
                        new Printed(new InvoiceId(row.getObject("invoice", UUID.class)), row.getInt("round")))
                .list();
        if (printed.isEmpty()) {
            throw new Refused("dues.refused.nothing-printed");
        }
        List<Path> files = new ArrayList<>();
        for (Printed each : printed) {
            InvoiceFile.Whole it = file.one(each.invoice());
            if (each.round() > 0) {
                files.add(written(reminders.of(it), it));
            }
            files.add(written(paper.of(it), it));
            CallLeaflets.Leaflet leaflet =
                    each.round() > 0 ? null : leaflets.of(each.invoice()).orElse(null);
            if (leaflet != null) {
                Path copy = Files.createTempFile("convergence-leaflet-", ".pdf");
                files.add(copy);
                try (OutputStream out = Files.newOutputStream(copy)) {
                    leaflet.writeTo(out);
                }
            }
        }
        return new Bound(files);
    }

    private Path written(Paper sheet, InvoiceFile.Whole it) throws IOException {
        Path path = Files.createTempFile("convergence-invoice-", ".pdf");
        try (OutputStream out = Files.newOutputStream(path)) {
            Rendering.PDF.write(sheet, speaking.to(it.language()), Edition.at(""), out);
        }
        return path;
    }
}
