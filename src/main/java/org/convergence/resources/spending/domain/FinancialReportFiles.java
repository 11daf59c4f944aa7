package org.convergence.resources.spending.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convergence.plan.filing.FiledFile;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountantBooks.BooksEntry;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.FinancialReports;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReportQueries.FiledFinancialReport;
import org.convergence.resources.spending.domain.FinancialReportQueries.FinancialReportRow;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.convergence.resources.spending.domain.SamplePaperAssembler.SampleEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The files of financial reports: papers, a workbook, a sample with its evidence, and an archive with the vouchers. */
@Service
@Requires(SpendingPermissions.READ)
public class FinancialReportFiles implements FinancialReports {

    private static final String ARCHIVE = "zip";

    /** How many expenses a sample has. */
    public static final int SAMPLE = 25;

    private final FinancialReportQueries queries;
    private final FinancialReportRenderer renderer;
    private final DocumentService documents;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final ReportedBooksQueries books;
    private final LateExpenseQueries late;

    FinancialReportFiles(
            FinancialReportQueries queries,
            FinancialReportRenderer renderer,
            DocumentService documents,
            OrganisationSettings settings,
            JdbcClient db,
            ReportedBooksQueries books,
            LateExpenseQueries late) {
        this.late = late;
        this.queries = queries;
        this.renderer = renderer;
        this.documents = documents;
        this.settings = settings;
        this.db = db;
        this.books = books;
    }

    @Override
    public ReportFile find(String subject, @Nullable LocalDate from, @Nullable LocalDate to, String format, Words t) {
        ReportedBudget budget = queries.findBudget(subject);
        BudgetPeriod year = BudgetPeriod.yearOf(budget.startsOn(), budget.endsOn(), settings.today());
        BudgetPeriod period = new BudgetPeriod(from == null ? year.startsOn() : from, to == null ? year.endsOn() : to);
        return queries.findByBudget(budget.id()).stream()
                .filter(row -> row.filedOn() != null && row.period().equals(period))
                .findFirst()
                .map(row -> find(row.id(), format, t))
                .orElseGet(() -> file(queries.compute(budget, period, t.language()), null, format, t));
    }

    /** A file of a report: as it was filed if it is, else from today's data. */
    public ReportFile find(FinancialReportId id, String format, Words t) {
        Optional<FiledFinancialReport> filed = queries.findFiled(id);
        FinancialReportRow row = queries.findById(id);
        if (filed.isPresent()) {
            FinancialReport report = filed.get().report().withApproval(queries.findApproval(row));
            return file(report.withholding(queries.findOnSite(report)), id, format, t);
        }
        return file(queries.compute(row, t.language()), null, format, t);
    }

    /**
     * A sample of a filed report, for the people who check it.
     *
     * @param seed the same seed draws the same expenses
     * @param format {@code pdf}, or {@code zip} with the vouchers of the sample
     * @throws NotFound if the report is not filed, or the format is unknown
     */
    public ReportFile findSample(FinancialReportId id, int seed, String format, Words t) {
        FinancialReport filed =
                queries.findFiled(id).map(FiledFinancialReport::report).orElseThrow(() -> new NotFound("filed report"));
        return findSample(id, filed.withholding(queries.findOnSite(filed)), true, seed, format, t);
    }

    /**
     * A sample of a filed report as its reader may see it.
     *
     * @param named whether the archive has the names under which vouchers were uploaded
     */
    ReportFile findSample(
            FinancialReportId id, FinancialReport report, boolean named, int seed, String format, Words t) {
        List<ReportedVoucher> drawn = SamplePolicy.draw(report.vouchers(), seed, SAMPLE);
        String name = Slug.of(t.say("spending.sample.title", drawn.size(), report.title())) + "-" + seed;
        ReportWriter paper = out -> renderer.write(
                new SamplePaperAssembler(settings.current().name(), t).assemble(report, drawn, seed, find(id, drawn)),
                PaperFormat.PDF,
                t,
                out);
        return switch (format) {
            case "pdf" -> new ReportFile(name + ".pdf", PaperFormat.PDF.mediaType(), paper);
            case ARCHIVE ->
                new ReportFile(name + ".zip", "application/zip", out -> {
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                    zip.putNextEntry(new ZipEntry(name + ".pdf"));
                    paper.writeTo(zip);
                    zip.closeEntry();
                    writeVouchers(drawn, named, t, zip);
                    zip.finish();
                });
            default -> throw new NotFound("format");
        };
    }

    /** @param filed the report whose filed papers are sent as they are; {@code null} if it is not filed */
    private ReportFile file(FinancialReport report, @Nullable FinancialReportId filed, String format, Words t) {
        String extension = format.toLowerCase(Locale.ROOT);
        String name = Slug.of(FinancialReportPaperAssembler.title(report, t)) + "-" + report.endsOn();
        if (extension.equals(ARCHIVE)) {
            return new ReportFile(name + ".zip", "application/zip", out -> writeArchive(report, filed, name, t, out));
        }
        PaperFormat as = Stream.of(PaperFormat.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new NotFound("format"));
        return new ReportFile(name + "." + extension, as.mediaType(), out -> write(report, filed, as, t, out));
    }

    private void write(
            FinancialReport report, @Nullable FinancialReportId filed, PaperFormat format, Words t, OutputStream out)
            throws IOException {
        if (filed == null || format == PaperFormat.EXCEL) {
            renderer.write(report, format, t, out);
            return;
        }
        FiledFile file = queries.findFile(filed, format == PaperFormat.PDF ? FiledFileKind.PDF : FiledFileKind.WORD)
                .orElseThrow(() -> new NotFound("filed report"));
        out.write(file.bytes());
    }

    /** Vouchers are streamed one after the other; one that shows a protected person is left out, as the index says. */
    private void writeArchive(
            FinancialReport report, @Nullable FinancialReportId filed, String name, Words t, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (PaperFormat format : new PaperFormat[] {PaperFormat.PDF, PaperFormat.EXCEL}) {
            zip.putNextEntry(new ZipEntry(name + "." + format.extension()));
            write(report, filed, format, t, zip);
            zip.closeEntry();
        }
        writeAnnexes(report, t, zip);
        writeVouchers(report.vouchers(), true, t, zip);
        zip.finish();
    }

    /** The index of the vouchers, in several papers of which one at a time is laid out, if the report does not have it. */
    private void writeAnnexes(FinancialReport report, Words t, ZipOutputStream zip) throws IOException {
        List<ReportedVoucher> all = report.vouchers();
        int most = FinancialReportRenderer.LONGEST_INDEX;
        for (int at = 0; all.size() > most && at < all.size(); at += most) {
            List<ReportedVoucher> some = all.subList(at, Math.min(at + most, all.size()));
            zip.putNextEntry(new ZipEntry(t.say(
                    "spending.report.vouchers.annex.file",
                    VoucherIndexAssembler.first(some),
                    VoucherIndexAssembler.last(some))));
            renderer.writeAnnex(report, some, t, zip);
            zip.closeEntry();
        }
    }

    private void writeVouchers(List<ReportedVoucher> vouchers, boolean named, Words t, ZipOutputStream zip)
            throws IOException {
        for (ReportedVoucher voucher : vouchers) {
            if (voucher.document() != null && !voucher.onSite()) {
                writeVoucher(voucher, new DocumentId(voucher.document()), named, t, zip);
            }
        }
    }

    private void writeVoucher(ReportedVoucher voucher, DocumentId id, boolean named, Words t, ZipOutputStream zip)
            throws IOException {
        Document document = documents.findById(id);
        zip.putNextEntry(new ZipEntry(t.say("spending.report.vouchers.folder") + "/"
                + FinancialReportPaperAssembler.number(voucher)
                + (named ? "-" + document.name() : "." + document.type().name().toLowerCase(Locale.ROOT))));
        documents.content(id).transferTo(zip);
        zip.closeEntry();
    }

    private record CodeRow(String code, String text) {}

    private Map<String, String> findTexts(String sql, Object... values) {
        return db.sql(sql).params(values).query(RecordMapper.of(CodeRow.class)).list().stream()
                .collect(Collectors.toMap(CodeRow::code, CodeRow::text));
    }

    /** What stands behind some expenses of a report today: clauses, entries of the books, realisations. */
    SampleEvidence find(FinancialReportId id, List<ReportedVoucher> vouchers) {
        FinancialReportRow row = queries.findById(id);
        Map<String, List<BooksEntry>> entries = new HashMap<>();
        ReportedBudget budget = queries.findBudget(row.budget());
        books.findEntries(budget, row.period(), late.findBefore(budget, row.period()))
                .forEach((expense, lines) -> entries.put(expense.toString(), lines));
        return new SampleEvidence(
                findTexts(
                        "SELECT code, coalesce(clause, '') AS text FROM resources.spending_line WHERE budget = ?",
                        row.budget().value()),
                entries,
                findTexts(
                        """
                        SELECT e.id::text AS code, r.title || ' (' || r.starts_on || ')' AS text
                        FROM resources.spending_expense e JOIN plan.realisation_summary r ON r.id = e.realisation
                        WHERE e.id = ANY (?)
                        """, (Object) vouchers.stream().map(ReportedVoucher::id).toArray(UUID[]::new)));
    }
}
