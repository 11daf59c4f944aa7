package org.convergence.resources.spending.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.convergence.Convergence;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;
import org.convergence.resources.spending.FinancialReports;
import org.convergence.resources.spending.domain.ExpenseRepository.VoucherGuard;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the application and writes a report of 2,000 expenses as PDF and ZIP; creates the missing expenses first. */
final class LargeReportProgram {

    static final int EXPENSES = 2_000;
    static final int VOUCHER_BYTES = 512 * 1_024;

    private static final String SUBJECT = "resources.grant/agreement/0f5a1c7e-0000-4000-8000-0000000000aa";
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final long STEP = 16L << 20;

    private LargeReportProgram() {}

    public static void main(String[] arguments) {
        ApplicationContext application = SpringApplication.run(Convergence.class, arguments);
        CurrentActor.runAs(Actor.system("a large report"), () -> {
            JdbcClient db = application.getBean(JdbcClient.class);
            if (db.sql("SELECT count(*) FROM resources.spending_expense")
                            .query(Integer.class)
                            .single()
                    == 0) {
                application.getBean(TransactionTemplate.class).executeWithoutResult(status -> create(application));
            }
            try {
                write(application);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void create(ApplicationContext application) {
        application
                .getBean(OrganisationSettings.class)
                .create(new OrganisationProfile(
                        "Solidarité en partage",
                        List.of("fr"),
                        ZoneId.of("America/Toronto"),
                        MonthDay.of(4, 1),
                        "QC-06"));
        Budgets budgets = application.getBean(Budgets.class);
        budgets.create(new BudgetFacts(
                SUBJECT,
                "Entente de deux mille dépenses",
                "CAD",
                FIRST,
                LAST,
                List.of(new BudgetLineFacts("1", "Ateliers", CostClass.DIRECT, new BigDecimal("100000")))));
        UUID line = budgets.findLines(SUBJECT).get(0).id().value();
        JdbcClient db = application.getBean(JdbcClient.class);
        db.sql("""
                        WITH made AS (
                            INSERT INTO resources.spending_expense
                                (id, day, amount, currency, supplier, number, state, document, recorded_by, recorded_at)
                            SELECT gen_random_uuid(), :day::date + n % 360, 12.34, 'CAD', 'Fournisseur ' || n, 'F-' || n,
                                   'ACCEPTED', :voucher, gen_random_uuid(), now() FROM generate_series(1, :many) n RETURNING id)
                        INSERT INTO resources.spending_split (id, expense, line, amount, converted, rates)
                        SELECT gen_random_uuid(), id, :line, 12.34, 12.34, '[]' FROM made
                        """)
                .param("day", FIRST)
                .param("voucher", voucher(application).value())
                .param("many", EXPENSES)
                .param("line", line)
                .update();
    }

    /** A file that does not compress, so that the archive is as long as its vouchers. */
    private static DocumentId voucher(ApplicationContext application) {
        DocumentStorage documents = application.getBean(DocumentStorage.class);
        byte[] pdf = SampleFiles.pdf();
        byte[] bytes = new byte[VOUCHER_BYTES];
        new Random(7).nextBytes(bytes);
        System.arraycopy(pdf, 0, bytes, 0, pdf.length);
        Upload receipt = Upload.of("recu.pdf", new ByteArrayResource(pdf));
        try (PreparedDocument prepared =
                application.getBean(DocumentService.class).prepare(receipt)) {
            DocumentId id = documents.store(prepared, new DocumentOwner(VoucherGuard.KIND, UUID.randomUUID()));
            JdbcClient db = application.getBean(JdbcClient.class);
            for (int at = pdf.length, number = 1; at < VOUCHER_BYTES; at += 262_144, number++) {
                db.sql(
                                "INSERT INTO platform.document_chunk (document, rendition, number, bytes) VALUES (?, 'CONTENT', ?, ?)")
                        .params(
                                id.value(),
                                number,
                                Arrays.copyOfRange(bytes, at, Math.min(VOUCHER_BYTES, at + 262_144)))
                        .update();
            }
            db.sql("UPDATE platform.document SET bytes = ? WHERE id = ?")
                    .params(VOUCHER_BYTES, id.value())
                    .update();
            return id;
        }
    }

    private static void write(ApplicationContext application) throws IOException {
        FinancialReports reports = application.getBean(FinancialReports.class);
        Words t = application.getBean(Messages.class).in(Language.FRENCH, ZoneId.of("America/Toronto"));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            reports.find(SUBJECT, FIRST, LAST, "pdf", t).writer().writeTo(OutputStream.nullOutputStream());
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.println("pdf " + Duration.ofNanos(best).toMillis());
        MeasuredStream out = new MeasuredStream();
        reports.find(SUBJECT, FIRST, LAST, "zip", t).writer().writeTo(out);
        System.out.printf(Locale.ROOT, "zip %d bytes, PSS %.1f to %.1f MB%n", out.count, out.least, out.most);
    }

    /** Counts bytes, and measures the memory of this process every few megabytes after the first. */
    private static final class MeasuredStream extends OutputStream {

        private long count;
        private double least = Double.MAX_VALUE;
        private double most;

        @Override
        public void write(int each) throws IOException {
            write(new byte[] {(byte) each}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            long before = count / STEP;
            count += length;
            if (count / STEP > before) {
                double now = pss();
                least = Math.min(least, now);
                most = Math.max(most, now);
                if (before == 2) {
                    System.out.println("zip under way");
                }
            }
        }

        private static double pss() throws IOException {
            return Files.readAllLines(Path.of("/proc/self/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
                    .sum();
        }
    }
}
