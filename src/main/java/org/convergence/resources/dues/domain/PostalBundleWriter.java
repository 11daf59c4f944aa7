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
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.PdfBinder;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoicePaperAssembler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The letters of a call to be printed, by the day on which they are to be posted: invoices with their enclosures, and
 * reminders of what is still owed. Each is written to a temporary file.
 */
@Service
@Requires(DuesPermissions.READ)
public class PostalBundleWriter {

    private static final int MOST = 500;

    private static final String PRINTED = """
            SELECT l.invoice, l.round, i.series, i.sequence, (l.posted_at AT TIME ZONE :zone)::date AS day
            FROM resources.dues_letter l
            JOIN resources.dues_invoice d ON d.invoice = l.invoice
            JOIN resources.ledger_issued_invoice i ON i.id = l.invoice
            WHERE d.call = :call AND NOT l.by_mail
              AND (l.round = 0
                   OR i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_payment WHERE invoice = i.id)
                              + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_reduction WHERE invoice = i.id))
            """;

    private final InvoiceDetailsQueries invoiceDetails;
    private final InvoicePaperAssembler paper;
    private final ReminderPaperAssembler reminders;
    private final CallLeafletQueries leaflets;
    private final RecipientWords recipientWords;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    PostalBundleWriter(
            InvoiceDetailsQueries invoiceDetails,
            InvoicePaperAssembler paper,
            ReminderPaperAssembler reminders,
            CallLeafletQueries leaflets,
            RecipientWords recipientWords,
            OrganisationSettings settings,
            JdbcClient db) {
        this.invoiceDetails = invoiceDetails;
        this.paper = paper;
        this.reminders = reminders;
        this.leaflets = leaflets;
        this.recipientWords = recipientWords;
        this.settings = settings;
        this.db = db;
    }

    /** Temporary files, deleted on close. */
    public record PostalBundle(List<Path> files) implements AutoCloseable {

        public PostalBundle {
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
    public record PostalBatch(LocalDate day, int part, int parts, int letters) {}

    private record PrintedLetter(InvoiceId invoice, int round) {}

    /** All batches of a call, the latest day first. */
    public List<PostalBatch> findBatches(CallId call) {
        List<PostalBatch> batches = new ArrayList<>();
        bindCall("SELECT day, count(*) AS many FROM (" + PRINTED + ") AS each GROUP BY day ORDER BY day DESC", call)
                .query((row, n) -> new PostalBatch(row.getObject("day", LocalDate.class), 1, 1, row.getInt("many")))
                .list()
                .forEach(day -> {
                    int parts = (day.letters() + MOST - 1) / MOST;
                    for (int part = 1; part <= parts; part++) {
                        int left = day.letters() - (part - 1) * MOST;
                        batches.add(new PostalBatch(day.day(), part, parts, Math.min(left, MOST)));
                    }
                });
        return batches;
    }

    private JdbcClient.StatementSpec bindCall(String sql, CallId call) {
        return db.sql(sql)
                .param("call", call.value())
                .param("zone", settings.current().zone().getId());
    }

    /**
     * The letters of a batch.
     *
     * @throws Refused if nothing is to be printed
     */
    public PostalBundle writeBatch(CallId call, PostalBatch batch) throws IOException {
        List<PrintedLetter> printed = bindCall("""
                        SELECT invoice, round
                        FROM (SELECT each.*, row_number() OVER (ORDER BY series, sequence, round) AS place
                              FROM (%s) AS each WHERE day = :day) AS placed
                        WHERE place > :from AND place <= :to ORDER BY place
                        """.formatted(PRINTED), call)
                .param("day", batch.day())
                .param("from", (batch.part() - 1) * MOST)
                .param("to", batch.part() * MOST)
                .query((row, n) ->
                        new PrintedLetter(new InvoiceId(row.getObject("invoice", UUID.class)), row.getInt("round")))
                .list();
        if (printed.isEmpty()) {
            throw new Refused("dues.refused.nothing-printed");
        }
        List<Path> files = new ArrayList<>();
        for (PrintedLetter each : printed) {
            InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(each.invoice());
            if (each.round() > 0) {
                files.add(writePdf(reminders.assemble(it), it));
            }
            files.add(writePdf(paper.forDebtor(it), it));
            CallLeafletQueries.EnclosedLeaflet leaflet = each.round() > 0
                    ? null
                    : leaflets.findByInvoice(each.invoice()).orElse(null);
            if (leaflet != null) {
                Path copy = Files.createTempFile("convergence-leaflet-", ".pdf");
                files.add(copy);
                try (OutputStream out = Files.newOutputStream(copy)) {
                    leaflet.writeTo(out);
                }
            }
        }
        return new PostalBundle(files);
    }

    private Path writePdf(Paper sheet, InvoiceDetailsQueries.InvoiceDetails it) throws IOException {
        Path path = Files.createTempFile("convergence-invoice-", ".pdf");
        try (OutputStream out = Files.newOutputStream(path)) {
            PaperFormat.PDF.write(
                    sheet,
                    recipientWords.forLanguage(it.language()),
                    RenderingOptions.letterPaper("", settings.letterhead()),
                    out);
        }
        return path;
    }
}
