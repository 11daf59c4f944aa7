package org.convergence.resources.spending.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.plan.filing.FactDifference.DifferenceKind;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReportQueries.FiledFinancialReport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes and ends the links by which funders open filed reports, and opens one filed report with its vouchers, and
 * nothing else. Only the hash of a secret is stored, and a voucher is asked by its number in the report, so that no
 * address names another record (R-LINK-3).
 */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
public class FunderLinkService {

    private static final int DAYS = 7;

    /** The path prefix of these links. */
    public static final String PATH = "/resources/spending/link/";

    /** The longest validity of a link, in days. */
    public static final int MOST_DAYS = 366;

    private static final Actor BY_LINK = Actor.system("funder");

    private final JdbcClient db;
    private final FinancialReportQueries queries;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final BaseUrl base;
    private final FunderReportMask mask;
    private final DocumentService documents;

    FunderLinkService(
            JdbcClient db,
            FinancialReportQueries queries,
            OrganisationSettings settings,
            Clock clock,
            BaseUrl base,
            FunderReportMask mask,
            DocumentService documents) {
        this.db = db;
        this.queries = queries;
        this.settings = settings;
        this.clock = clock;
        this.base = base;
        this.mask = mask;
        this.documents = documents;
    }

    /**
     * A link.
     *
     * @param until the last day on which it opens the report
     * @param endedAt when it was ended before; {@code null} if it still opens the report
     * @param openings how often it was opened
     * @param downloads how often a voucher was downloaded
     * @param openedAt the latest opening; {@code null} for none
     */
    public record FunderLinkRow(
            UUID id,
            UUID madeBy,
            Instant madeAt,
            LocalDate until,
            @Nullable Instant endedAt,
            int openings,
            int downloads,
            @Nullable Instant openedAt) {}

    /**
     * Makes a link; its address is returned only here.
     *
     * @throws Refused if the report is not filed, or the last day is past or more than a year away
     */
    @Transactional(label = "spending.link")
    public String create(FinancialReportId report, LocalDate until) {
        if (queries.findById(report).filedOn() == null) {
            throw new Refused("spending.link.refused.not-filed");
        }
        LocalDate today = settings.today();
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Refused("spending.link.refused.until", today.plusDays(MOST_DAYS));
        }
        Token token = Token.random();
        db.sql("""
                        INSERT INTO resources.spending_report_link (id, report, token, made_by, made_at, until)
                        VALUES (:id, :report, :token, :by, :at, :until)
                        """)
                .param("id", Ids.next())
                .param("report", report.value())
                .param("token", token.hash())
                .param("by", CurrentActor.get().id())
                .param("at", SqlTime.now(clock))
                .param("until", until)
                .update();
        return base.value() + PATH + token.secret();
    }

    /** The links of a report until their last day, even those that were ended, the latest first. */
    @Transactional(readOnly = true)
    public List<FunderLinkRow> findByReport(FinancialReportId report) {
        return db.sql("""
                        SELECT id, made_by, made_at, until, ended_at, openings, downloads, opened_at FROM resources.spending_report_link
                        WHERE report = ? AND until >= ? ORDER BY made_at DESC, id LIMIT 50
                        """)
                .params(report.value(), settings.today())
                .query(RecordMapper.of(FunderLinkRow.class))
                .list();
    }

    /** Ends a link at once; it stays in the list until its last day. */
    @Transactional(label = "spending.link-end")
    public void revoke(FinancialReportId report, UUID link) {
        db.sql(
                        "UPDATE resources.spending_report_link SET ended_at = ? WHERE report = ? AND id = ? AND ended_at IS NULL")
                .params(SqlTime.now(clock), report.value(), link)
                .update();
    }

    /** Deletes links a week after their last day (R-L25-23). */
    @Bean
    static RecurringWork funderLinkCleanup(JdbcClient db, OrganisationSettings settings) {
        return RecurringWork.of(
                "spending-sweep",
                "0 52 4 * * *",
                () -> db.sql("DELETE FROM resources.spending_report_link WHERE until < ?")
                        .param(settings.today().minusDays(DAYS))
                        .update());
    }

    /** A voucher of the report that would be told otherwise today. */
    public record ChangedVoucher(int number, DifferenceKind kind) {}

    /** The report behind a link, masked. */
    public record OpenedReport(FinancialReport report, LocalDate filedOn, List<ChangedVoucher> changes) {}

    /** A voucher to download; its name tells nothing but its number. */
    public record OpenedVoucher(String name, String mediaType, DocumentContent content) {}

    /**
     * Counts an opening, in a transaction of its own, since the page only reads.
     *
     * @throws NotFound where the secret opens nothing today
     */
    @Open("a link opens one filed report to its funder")
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public FinancialReportId recordOpening(String secret) {
        return find(
                "UPDATE resources.spending_report_link SET openings = openings + 1, opened_at = ?"
                        + " WHERE token = ? AND until >= ? AND ended_at IS NULL RETURNING report",
                SqlTime.now(clock),
                Token.hashOf(secret),
                settings.today());
    }

    /**
     * Counts a download, in a transaction of its own.
     *
     * @throws NotFound where the secret opens nothing today
     */
    @Open("a link opens one filed report to its funder")
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordDownload(String secret) {
        find(
                "UPDATE resources.spending_report_link SET downloads = downloads + 1"
                        + " WHERE token = ? AND until >= ? AND ended_at IS NULL RETURNING report",
                Token.hashOf(secret),
                settings.today());
    }

    private FinancialReportId require(String secret) {
        return find(
                "SELECT report FROM resources.spending_report_link WHERE token = ? AND until >= ? AND ended_at IS NULL",
                Token.hashOf(secret),
                settings.today());
    }

    private FinancialReportId find(String sql, Object... values) {
        return db.sql(sql)
                .params(values)
                .query(UUID.class)
                .optional()
                .map(FinancialReportId::new)
                .orElseThrow(() -> new NotFound("link"));
    }

    /** @throws NotFound where the secret opens nothing today */
    @Transactional(readOnly = true)
    @Open("a link opens one filed report to its funder")
    public OpenedReport open(String secret) {
        FinancialReportId id = require(secret);
        return CurrentActor.callAs(BY_LINK, () -> {
            FiledFinancialReport filed = findFiled(id);
            List<ChangedVoucher> changes =
                    queries.findDifferences(filed.report(), queries.findVouchers(queries.findById(id))).stream()
                            .filter(each -> each.kind() != DifferenceKind.ADDED)
                            .map(each -> new ChangedVoucher(
                                    each.then() == null ? 0 : each.then().number(), each.kind()))
                            .toList();
            return new OpenedReport(mask.mask(id, filed.report()), filed.on(), changes);
        });
    }

    private FiledFinancialReport findFiled(FinancialReportId id) {
        return queries.findFiled(id).orElseThrow(() -> new NotFound("filed report"));
    }

    /**
     * A voucher of the report, by its number in it.
     *
     * @throws NotFound where the secret opens nothing today, or this voucher is not shown
     */
    @Transactional(readOnly = true)
    @Open("a link opens one filed report to its funder")
    public OpenedVoucher findVoucher(String secret, int number) {
        FinancialReportId id = require(secret);
        return CurrentActor.callAs(BY_LINK, () -> {
            ReportedVoucher voucher = mask.mask(id, findFiled(id).report()).vouchers().stream()
                    .filter(each -> each.number() == number && each.document() != null && !each.onSite())
                    .findFirst()
                    .orElseThrow(() -> new NotFound("voucher"));
            UUID document = voucher.document();
            if (document == null) {
                throw new NotFound("voucher");
            }
            Document file = documents.findById(new DocumentId(document));
            return new OpenedVoucher(
                    FinancialReportPaperAssembler.number(voucher) + "."
                            + file.type().name().toLowerCase(Locale.ROOT),
                    file.type().mediaType(),
                    documents.content(file.id()));
        });
    }
}
