package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.search.FullTextQuery;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads reports, drafted and filed; without a stored one, the report that a plan would have for a period. */
@Service
@Transactional(readOnly = true)
@Requires(ReportPermissions.READ)
public class ReportQueries {

    private static final String LISTED = """
        SELECT r.id, r.title, r.plan, p.title AS plan_title, r.audience, r.edition,
               r.period_from AS "from", r.period_to AS "to", r.due_on, f.filed_on, next.id AS replaced_by
        FROM plan.report r JOIN plan.actionplan_summary p ON p.id = r.plan
        LEFT JOIN plan.filing_date f ON f.id = r.id
        LEFT JOIN plan.report next ON next.replaces = r.id
              AND EXISTS (SELECT FROM plan.filing_date later WHERE later.id = next.id)
        """;

    private static final RowMapper<ReportSummary> SUMMARIES = RecordMapper.of(ReportSummary.class);

    private final JdbcClient db;
    private final ReportAccess reportAccess;
    private final NextReportPeriods next;
    private final ReportDraftReader drafts;
    private final ReportRenderer papers;
    private final AuditTrail trail;
    private final ReportRepository reports;
    private final ActionPlans plans;
    private final OrganisationSettings settings;

    ReportQueries(
            JdbcClient db,
            ReportAccess reportAccess,
            NextReportPeriods next,
            ReportDraftReader drafts,
            ReportRenderer papers,
            AuditTrail trail,
            ReportRepository reports,
            ActionPlans plans,
            OrganisationSettings settings) {
        this.db = db;
        this.reportAccess = reportAccess;
        this.next = next;
        this.drafts = drafts;
        this.papers = papers;
        this.trail = trail;
        this.reports = reports;
        this.plans = plans;
        this.settings = settings;
    }

    /**
     * A report in a list.
     *
     * @param filedOn {@code null} while it is drafted
     * @param replacedBy the filed edition that replaces it
     */
    public record ReportSummary(
            ReportId id,
            String title,
            PlanId plan,
            String planTitle,
            Audience audience,
            int edition,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate filedOn,
            @Nullable ReportId replacedBy) {}

    /** All reports, the latest period first. */
    public List<ReportSummary> findAll() {
        return db.sql(LISTED + "ORDER BY r.period_to DESC, r.period_from DESC, r.edition DESC, r.id DESC")
                .query(SUMMARIES)
                .list();
    }

    /**
     * The reports whose title or texts contain every typed word (the last word may be incomplete), the latest first.
     */
    public List<ReportSummary> search(String typed, int limit) {
        return FullTextQuery.parse(typed).map(query -> holding(query, limit)).orElse(List.of());
    }

    private List<ReportSummary> holding(String words, int limit) {
        return db.sql(LISTED + """
            WHERE to_tsvector('platform.fr', r.title || ' ' || coalesce(
                      (SELECT string_agg(s.text, ' ') FROM plan.report_section s WHERE s.report = r.id), ''))
                  @@ %s
            ORDER BY r.period_to DESC, r.edition DESC, r.id DESC LIMIT :limit
            """.formatted(FullTextQuery.QUERY))
                .param("words", words)
                .param("limit", limit)
                .query(SUMMARIES)
                .list();
    }

    /** The unfiled ones, by due day. */
    public List<ReportSummary> findDrafts() {
        return db.sql(LISTED + "WHERE f.id IS NULL ORDER BY r.due_on NULLS LAST, r.period_to DESC, r.id")
                .query(SUMMARIES)
                .list();
    }

    /** One report as it is listed. */
    public ReportSummary findById(ReportId id) {
        return db.sql(LISTED + "WHERE r.id = ?")
                .param(id.value())
                .query(SUMMARIES)
                .optional()
                .orElseThrow(() -> new NotFound("report"));
    }

    /** A report as it is drafted, or would be today if it is filed. */
    public ReportDraft findDraft(ReportId id) {
        return drafts.read(reportAccess.findById(id));
    }

    /** The text of the previous report on the same subject. */
    public Optional<EarlierText> earlierText(ReportDraft draft, SectionRef section) {
        return Optional.ofNullable(draft.contents()
                .part(section)
                .map(part ->
                        reportAccess.earlierTexts(draft.report(), List.of(part)).get(section))
                .orElse(null));
    }

    /** The earlier texts of all sections that have one. */
    public Map<SectionRef, EarlierText> earlierTexts(ReportDraft draft) {
        return reportAccess.earlierTexts(draft.report(), draft.contents().parts());
    }

    /** The period of the next report to an audience, as far as it is known. */
    public NextReportPeriods.ReportPeriod nextPeriod(PlanSummary plan, Audience audience) {
        return next.find(plan, audience);
    }

    /** The text of a section at an earlier version; empty if there was none. */
    public String textAt(UUID section, int version) {
        return trail.findRowAtVersion(StoredSection.TABLE, section, version)
                .map(row -> row.node().path("text").asString(""))
                .orElse("");
    }

    /** The latest changes of a section. */
    public List<AuditEntry> history(UUID section, int limit) {
        return trail.findByRow(StoredSection.TABLE, section, limit);
    }

    /**
     * The current contents of the report of a plan to an audience: with the texts of the stored report for the period,
     * if there is one.
     *
     * @param from {@code null} for the period of the latest stored report, else of the plan
     * @param language {@code null} for that of the report, else of the organisation
     */
    public ReportContents currentContents(
            PlanId plan,
            Audience audience,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String language) {
        return drafts.contents(resolve(plan, audience, from, to, language));
    }

    /** Renders contents, in a language, as a file. */
    public byte[] render(ReportContents contents, String language, PaperFormat rendering) {
        return papers.render(contents, language, rendering);
    }

    /**
     * The text of an earlier report on the same subject.
     *
     * @param report the earlier report
     * @param title of that report
     * @param line the line's name there, {@code null} at the beginning and the end
     * @param text Markdown
     */
    public record EarlierText(
            ReportId report, String title, @Nullable String line, String text) {}

    /**
     * The report.
     *
     * @param from {@code null} for that of the latest report, else the usual one, else of the fiscal year
     * @param to likewise; a whole year if only the first day is known
     * @param language {@code null} for that of the report, else of the organisation
     */
    private Report resolve(
            PlanId plan,
            Audience audience,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String language) {
        PlanSummary known = plans.findAll().stream()
                .filter(each -> each.id().equals(plan))
                .findFirst()
                .orElseThrow(() -> new NotFound("plan"));
        Report report = kept(plan, audience, from, to).orElseGet(() -> made(known, audience, from, to));
        return language == null || language.equals(report.language()) ? report : report.withLanguage(language);
    }

    private Optional<Report> kept(PlanId plan, Audience audience, @Nullable LocalDate from, @Nullable LocalDate to) {
        return db.sql("""
            SELECT id FROM plan.report
            WHERE plan = :plan AND audience = :audience
              AND period_from = coalesce(CAST(:from AS date), period_from)
              AND period_to = coalesce(CAST(:to AS date), period_to)
            ORDER BY period_to DESC, period_from DESC, edition DESC LIMIT 1
            """)
                .param("plan", plan.value())
                .param("audience", audience.name())
                .param("from", from)
                .param("to", to)
                .query(UUID.class)
                .optional()
                .flatMap(reports::findById);
    }

    private Report made(PlanSummary plan, Audience audience, @Nullable LocalDate from, @Nullable LocalDate to) {
        OrganisationProfile organisation = settings.current();
        NextReportPeriods.ReportPeriod usual = next.find(plan, audience);
        LocalDate start = first(from, usual.from(), organisation.fiscalYearOf(settings.today()));
        LocalDate end = first(
                to,
                usual.to(),
                audience == Audience.BOARD ? start : start.plusYears(1).minusDays(1));
        String tongue = organisation.languages().stream()
                .filter(BeginReportCommand.LANGUAGES::contains)
                .findFirst()
                .orElse("fr");
        return Report.temporary(new BeginReportCommand(
                plan.id(),
                audience,
                papers.words(tongue).say("report.live.title." + audience.slug(), plan.title()),
                start,
                end.isBefore(start) ? start : end,
                null,
                tongue,
                null));
    }

    private static LocalDate first(@Nullable LocalDate asked, @Nullable LocalDate planned, LocalDate otherwise) {
        return asked != null ? asked : planned != null ? planned : otherwise;
    }
}
