package org.convergence.resources.spending.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.plan.filing.FactDifference.DifferenceKind;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReportQueries.FiledFinancialReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Access by link to one filed report and the vouchers in it, and to nothing else (R-LINK-3). A voucher is asked by its
 * number in the report, so that no address names another record.
 */
@Service
@Transactional(readOnly = true)
@Open("a link opens one filed report to its funder")
public class FunderLinkAccess {

    private static final Actor BY_LINK = Actor.system("funder");

    private final JdbcClient db;
    private final FinancialReportQueries queries;
    private final FunderReportMask mask;
    private final DocumentService documents;
    private final OrganisationSettings settings;
    private final Clock clock;

    FunderLinkAccess(
            JdbcClient db,
            FinancialReportQueries queries,
            FunderReportMask mask,
            DocumentService documents,
            OrganisationSettings settings,
            Clock clock) {
        this.db = db;
        this.queries = queries;
        this.mask = mask;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
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
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public FinancialReportId recordOpening(String secret) {
        return find(
                "UPDATE resources.spending_report_link SET openings = openings + 1, opened_at = ?"
                        + " WHERE token = ? AND until >= ? AND ended_at IS NULL RETURNING report",
                clock.instant().atOffset(ZoneOffset.UTC),
                Token.hashOf(secret),
                settings.today());
    }

    /**
     * Counts a download, in a transaction of its own.
     *
     * @throws NotFound where the secret opens nothing today
     */
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
