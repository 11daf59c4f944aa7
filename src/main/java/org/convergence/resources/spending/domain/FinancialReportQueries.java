package org.convergence.resources.spending.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.identity.AccountActors;
import org.convergence.plan.filing.FactDifference;
import org.convergence.plan.filing.FiledFile;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.filing.Filings;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetMatches;
import org.convergence.resources.spending.BudgetOrigins;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport.ReportApproval;
import org.convergence.resources.spending.domain.FinancialReport.ReportedBooks;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes financial reports, and reads those that are filed. */
@Service
@Transactional(readOnly = true)
@Requires(SpendingPermissions.READ)
public class FinancialReportQueries {

    /** The most reports of one budget. */
    private static final int MOST = 200;

    private static final int CHANGES = 30;

    private final JdbcClient db;
    private final ReportedBooksQueries books;
    private final ReportedVoucherQueries vouchers;
    private final LateExpenseQueries late;
    private final Filings<FinancialReportId> filings;
    private final BudgetOrigins origins;
    private final BudgetMatches matches;
    private final AccountActors accounts;
    private final AuditTrail audit;
    private final OrganisationSettings settings;

    FinancialReportQueries(
            JdbcClient db,
            ReportedBooksQueries books,
            ReportedVoucherQueries vouchers,
            LateExpenseQueries late,
            Filings<FinancialReportId> filings,
            BudgetOrigins origins,
            BudgetMatches matches,
            AccountActors accounts,
            AuditTrail audit,
            OrganisationSettings settings) {
        this.db = db;
        this.books = books;
        this.vouchers = vouchers;
        this.late = late;
        this.filings = filings;
        this.origins = origins;
        this.matches = matches;
        this.accounts = accounts;
        this.audit = audit;
        this.settings = settings;
    }

    /** A budget of which reports are made. */
    public record ReportedBudget(
            BudgetId id, String subject, String title, String currency, LocalDate startsOn, LocalDate endsOn) {

        /** The address of the record to which it belongs. */
        public String url() {
            return "/" + subject.replaceFirst("\\.", "/");
        }
    }

    /** A report of a budget. */
    public record FinancialReportRow(
            FinancialReportId id,
            int version,
            BudgetId budget,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable Instant approvedAt,
            @Nullable UUID approvedBy,
            @Nullable String approvedDigest,
            @Nullable LocalDate filedOn) {

        public BudgetPeriod period() {
            return new BudgetPeriod(startsOn, endsOn);
        }
    }

    /** A report as filed. */
    public record FiledFinancialReport(Instant at, LocalDate on, FinancialReport report) {}

    /** @throws NotFound if there is no such budget */
    @Requires(SpendingPermissions.BUDGET)
    public ReportedBudget findBudget(BudgetId id) {
        return books.findBudget("id = ?", id.value()).orElseThrow(() -> new NotFound("budget"));
    }

    /** @throws NotFound if the record has no budget */
    public ReportedBudget findBudget(String subject) {
        return books.findBudget("subject = ?", subject).orElseThrow(() -> new NotFound("budget"));
    }

    /** The budget of a line. */
    public ReportedBudget findBudget(BudgetLineId line) {
        return books.findBudget("id = (SELECT budget FROM resources.spending_line WHERE id = ?)", line.value())
                .orElseThrow(() -> new NotFound("line"));
    }

    /** A line with what was spent in a period, and why it departs from the budget. */
    public ReportedLine findLine(BudgetLineId line, BudgetPeriod period) {
        return books.findLines(findBudget(line), period).stream()
                .filter(each -> each.id().equals(line.value()))
                .findFirst()
                .orElseThrow(() -> new NotFound("line"));
    }

    private List<FinancialReportRow> find(String condition, UUID value) {
        return db.sql("""
                        SELECT r.id, r.version, r.budget, r.starts_on, r.ends_on, r.approved_at, r.approved_by, r.approved_digest, r.filed_on
                        FROM resources.spending_report r WHERE %s = ? ORDER BY r.starts_on DESC, r.ends_on DESC LIMIT ?
                        """.formatted(condition))
                .params(value, MOST)
                .query(RecordMapper.of(FinancialReportRow.class))
                .list();
    }

    /** The reports of a budget, the latest period first. */
    @Requires(SpendingPermissions.BUDGET)
    public List<FinancialReportRow> findByBudget(BudgetId budget) {
        return find("r.budget", budget.value());
    }

    /** Another report of a budget that tells of days of a period, in which the same expenses stand. */
    public Optional<BudgetPeriod> findOverlap(BudgetId budget, BudgetPeriod period) {
        return findByBudget(budget).stream()
                .map(FinancialReportRow::period)
                .filter(other -> !other.equals(period) && other.overlaps(period))
                .findFirst();
    }

    /** @throws NotFound if there is no such report */
    @Requires(SpendingPermissions.BUDGET)
    public FinancialReportRow findById(FinancialReportId id) {
        return find("r.id", id.value()).stream().findFirst().orElseThrow(() -> new NotFound("financial report"));
    }

    /** The report as filed; empty if it is not filed. */
    public Optional<FiledFinancialReport> findFiled(FinancialReportId id) {
        return filings.find(id)
                .map(filing -> new FiledFinancialReport(
                        filing.at(), filing.on(), filing.facts().as(FinancialReport.class)));
    }

    /** A file of a filed report, byte for byte; empty if it is not filed. */
    public Optional<FiledFile> findFile(FinancialReportId id, FiledFileKind kind) {
        return filings.findFile(id, kind);
    }

    /** The expenses of a report whose vouchers are shown on site only, as of today. */
    public Set<UUID> findOnSite(FinancialReport report) {
        return Set.copyOf(db.sql("SELECT id FROM resources.spending_expense WHERE on_site AND id = ANY (?)")
                .param(report.vouchers().stream().map(ReportedVoucher::id).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** The vouchers that differ today from those filed. */
    public List<FactDifference<ReportedVoucher>> findDifferences(FinancialReport filed, List<ReportedVoucher> now) {
        return FactDifference.compare(filed.vouchers(), now, missing -> List.of());
    }

    /** Computes the report of today's data. */
    public FinancialReport compute(ReportedBudget budget, BudgetPeriod period, Language language) {
        Set<UUID> earlier = late.findBefore(budget, period);
        List<ReportedVoucher> charged = vouchers.find(budget, period, earlier);
        Set<UUID> onSite = charged.stream()
                .filter(ReportedVoucher::onSite)
                .map(ReportedVoucher::id)
                .collect(Collectors.toSet());
        ReportedBooks compared = books.compare(budget, period, earlier).withholding(onSite);
        return assemble(budget, period, language, earlier, charged, compared);
    }

    private FinancialReport assemble(
            ReportedBudget budget,
            BudgetPeriod period,
            Language language,
            Set<UUID> earlier,
            List<ReportedVoucher> charged,
            ReportedBooks compared) {
        return new FinancialReport(
                language.code(),
                budget.title(),
                budget.currency(),
                period.startsOn(),
                period.endsOn(),
                budget.startsOn(),
                budget.endsOn(),
                period.measuredOn(settings.today()),
                books.findLines(budget, period, earlier),
                charged,
                compared,
                origins.find(budget.subject(), period.endsOn()).orElse(null),
                null,
                matches.find(budget.subject(), period).orElse(null));
    }

    /** A report as filed, or of today's data, with its figures alone: no people, no vouchers. */
    @Requires(SpendingPermissions.BUDGET)
    public FinancialReport findFigures(FinancialReportRow row, Language language) {
        return findFiled(row.id())
                .map(filed -> ReportFigures.of(filed.report()))
                .orElseGet(() -> {
                    ReportedBudget budget = findBudget(row.budget());
                    Set<UUID> earlier = late.findBefore(budget, row.period());
                    return ReportFigures.of(assemble(
                            budget,
                            row.period(),
                            language,
                            earlier,
                            List.of(),
                            ReportFigures.noBooks(budget.currency())));
                });
    }

    /** The report of today's data, as it is approved. */
    public FinancialReport compute(FinancialReportRow row, Language language) {
        return compute(findBudget(row.budget()), row.period(), language).withApproval(findApproval(row));
    }

    /** Who approved a report; {@code null} while it is a draft. */
    @Nullable
    ReportApproval findApproval(FinancialReportRow row) {
        return row.approvedAt() == null || row.approvedBy() == null
                ? null
                : new ReportApproval(
                        accounts.find(row.approvedBy()).map(Actor::label).orElse(""), settings.dayOf(row.approvedAt()));
    }

    /** The vouchers of a report as of today. */
    List<ReportedVoucher> findVouchers(FinancialReportRow row) {
        ReportedBudget budget = findBudget(row.budget());
        return vouchers.find(budget, row.period(), late.findBefore(budget, row.period()));
    }

    /** The latest changes of a report, the newest first. */
    public List<AuditEntry> changes(FinancialReportId id) {
        return audit.findByRow(FinancialReportService.TABLE, id.value(), CHANGES);
    }
}
