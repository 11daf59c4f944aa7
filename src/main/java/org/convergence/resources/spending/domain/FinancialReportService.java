package org.convergence.resources.spending.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.plan.filing.Filings;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetMatches;
import org.convergence.resources.spending.BudgetMatches.BudgetMatch;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport.ReportLack;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReportQueries.FinancialReportRow;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, explains, approves and files financial reports. */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
public class FinancialReportService {

    static final String TABLE = "resources.spending_report";
    static final String VARIANCE_TABLE = "resources.spending_variance";

    /** The longest explanation of a variance, in characters. */
    public static final int LONGEST_REASON = 2_000;

    private final JdbcClient db;
    private final FinancialReportQueries queries;
    private final Filings<FinancialReportId> filings;
    private final BudgetMatches matches;
    private final BudgetLocks locks;
    private final RemittanceCostService obtained;
    private final OrganisationSettings settings;
    private final Clock clock;

    FinancialReportService(
            JdbcClient db,
            FinancialReportQueries queries,
            Filings<FinancialReportId> filings,
            BudgetMatches matches,
            BudgetLocks locks,
            RemittanceCostService obtained,
            OrganisationSettings settings,
            Clock clock) {
        this.matches = matches;
        this.locks = locks;
        this.obtained = obtained;
        this.db = db;
        this.queries = queries;
        this.filings = filings;
        this.settings = settings;
        this.clock = clock;
    }

    /** The place is stored as a keyed mark. */
    @Bean
    static Filings<FinancialReportId> filedFinancialReports(
            JdbcClient db, OrganisationSettings settings, Clock clock, FinancialReportRenderer renderer) {
        return new Filings<>(
                db,
                settings,
                clock,
                "financial_report",
                "resources.spending_report/facts",
                facts -> renderer.render(facts.as(FinancialReport.class)));
    }

    /**
     * Begins the report of a period; the one that exists already, if there is one.
     *
     * @throws Refused if the period is not within the budget's
     */
    @Transactional(label = "spending.report.open")
    public FinancialReportId open(BudgetId id, BudgetPeriod period) {
        ReportedBudget budget = queries.findBudget(id);
        if (period.startsOn().isBefore(budget.startsOn()) || period.endsOn().isAfter(budget.endsOn())) {
            throw new Refused("spending.report.refused.period", budget.startsOn(), budget.endsOn());
        }
        db.sql("""
                        INSERT INTO resources.spending_report (id, budget, starts_on, ends_on) VALUES (?, ?, ?, ?)
                        ON CONFLICT (budget, starts_on, ends_on) DO NOTHING
                        """)
                .params(Ids.next(), id.value(), period.startsOn(), period.endsOn())
                .update();
        return find(id, period).orElseThrow().id();
    }

    private Optional<FinancialReportRow> find(BudgetId budget, BudgetPeriod period) {
        return queries.findByBudget(budget).stream()
                .filter(row -> row.period().equals(period))
                .findFirst();
    }

    /**
     * Says why a line departs from its budget in a period; replaces what was said before.
     *
     * @param reason 1 to 2,000 characters
     * @throws Refused if the report of that period is filed
     */
    @Transactional(label = "spending.report.explain")
    public void explain(BudgetLineId line, BudgetPeriod period, String reason) {
        ReportedBudget budget = queries.findBudget(line);
        if (find(budget.id(), period).filter(row -> row.filedOn() != null).isPresent()) {
            throw new Refused("spending.report.refused.filed");
        }
        ReportedLine now = queries.findLine(line, period);
        db.sql("""
                        INSERT INTO resources.spending_variance
                               (id, line, starts_on, ends_on, variance, reason, given_by, given_at)
                        VALUES (:id, :line, :from, :to, :variance, :reason, :by, :at)
                        ON CONFLICT (line, starts_on, ends_on) DO UPDATE
                        SET variance = excluded.variance, reason = excluded.reason, given_by = excluded.given_by,
                            given_at = excluded.given_at, version = spending_variance.version + 1
                        """)
                .param("id", Ids.next())
                .param("line", line.value())
                .param("from", period.startsOn())
                .param("to", period.endsOn())
                .param("variance", now.variance())
                .param("reason", reason)
                .param("by", CurrentActor.get().id())
                .param("at", SqlTime.now(clock))
                .update();
    }

    /**
     * Approves the figures of today; the approval lapses when they change.
     *
     * @throws Refused if something is missing
     */
    @Requires(SpendingPermissions.APPROVE)
    @Transactional(label = "spending.report.approve")
    public void approve(FinancialReportId id, int version) {
        FinancialReportRow row = lock(id, version);
        FinancialReport report = queries.compute(row, Language.FRENCH);
        List<ReportLack> lacks = report.lacks(settings.today());
        if (!lacks.isEmpty()) {
            throw new Refused(lacks.get(0).key(), lacks.get(0).count());
        }
        db.sql("""
                        UPDATE resources.spending_report
                        SET approved_by = :by, approved_at = :at, approved_digest = :digest, version = version + 1
                        WHERE id = :id
                        """)
                .param("by", CurrentActor.get().id())
                .param("at", SqlTime.now(clock))
                .param("digest", digest(report))
                .param("id", id.value())
                .update();
    }

    /**
     * Files an approved report, with its papers in a language; from then on nothing of it changes.
     *
     * @throws Refused if it is not approved, or its figures changed since
     */
    @Transactional(label = "spending.report.file")
    public void file(FinancialReportId id, int version, Language language) {
        FinancialReportRow row = lock(id, version);
        locks.lock(row.budget().value());
        matches.lock();
        if (row.approvedDigest() == null) {
            throw new Refused("spending.report.refused.not-approved");
        }
        FinancialReport report = queries.compute(row, language);
        if (!digest(report).equals(row.approvedDigest())) {
            throw new Refused("spending.report.refused.changed");
        }
        List<ReportLack> lacks = report.lacks(settings.today());
        if (!lacks.isEmpty()) {
            throw new Refused(lacks.get(0).key(), lacks.get(0).count());
        }
        BudgetMatch match = matches.markUsed(queries.findBudget(row.budget()).subject(), row.period(), id)
                .orElse(null);
        obtained.keepFiled(row.budget().value(), report);
        filings.file(id, FinancialReport.SCHEMA, Json.of(report.withMatch(match)));
        db.sql("UPDATE resources.spending_report SET filed_on = ?, version = version + 1 WHERE id = ?")
                .params(settings.today(), id.value())
                .update();
    }

    /** Deletes a report that is not filed; its explanations stay. */
    @Transactional(label = "spending.report.remove")
    public void delete(FinancialReportId id, int version) {
        lock(id, version);
        db.sql("DELETE FROM resources.spending_report WHERE id = ?")
                .param(id.value())
                .update();
    }

    private FinancialReportRow lock(FinancialReportId id, int version) {
        db.sql("SELECT 1 FROM resources.spending_report WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Integer.class)
                .optional();
        FinancialReportRow row = queries.findById(id);
        if (row.filedOn() != null) {
            throw new Refused("spending.report.refused.filed");
        }
        if (row.version() != version) {
            throw new EditConflict(TABLE, id.value(), version);
        }
        return row;
    }

    /** A hash of the figures: those of the lines, their explanations, and what changes an expense. */
    private String digest(FinancialReport report) {
        String figures = report.lines().stream()
                        .map(line -> String.join(
                                "|",
                                line.code(),
                                line.budget().toPlainString(),
                                line.spent().toPlainString(),
                                line.cumulative().toPlainString(),
                                line.reason()))
                        .collect(Collectors.joining("\n"))
                + "\n"
                + report.vouchers().stream()
                        .map(voucher -> voucher.id() + "|" + voucher.day() + "|" + voucher.currency() + "|"
                                + voucher.amount().toPlainString() + "|" + Json.of(voucher.shares()))
                        .collect(Collectors.joining("\n"))
                + (report.agreement() == null ? "" : "\n" + report.agreement().received())
                + (report.match() == null ? "" : "\n" + digest(report.match(), report.startsOn()));
        return db.sql("SELECT encode(sha256(convert_to(?, 'UTF8')), 'hex')")
                .param(figures)
                .query(String.class)
                .single();
    }

    /** What the sources of a match are and sum to; not what reports filed meanwhile used of it, nor who gives. */
    private static String digest(BudgetMatch match, LocalDate from) {
        return Json.of(List.of(
                        match.required(),
                        match.cash().promised(),
                        match.cash().confirmed(),
                        match.inKind().promised(),
                        match.inKind().confirmed(),
                        match.left(),
                        match.entries().stream()
                                .filter(entry -> !entry.day().isBefore(from))
                                .map(entry -> entry.id() + "|" + entry.day() + "|" + entry.amount() + "|"
                                        + entry.confirmedOn())
                                .toList()))
                .toString();
    }

    /** The period that a new report proposes: the first year, or the last whole one; the next if it has its report. */
    public static BudgetPeriod proposePeriod(ReportedBudget budget, List<FinancialReportRow> reports, LocalDate today) {
        BudgetPeriod current = BudgetPeriod.yearOf(budget.startsOn(), budget.endsOn(), today);
        if (current.startsOn().equals(budget.startsOn()) || !current.endsOn().isAfter(today)) {
            return current;
        }
        BudgetPeriod whole = BudgetPeriod.yearOf(
                budget.startsOn(), budget.endsOn(), current.startsOn().minusDays(1));
        return reports.stream().anyMatch(report -> report.period().equals(whole)) ? current : whole;
    }
}
