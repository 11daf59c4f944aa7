package org.convergence.resources.spending.domain;

import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.FinancialReports.ReportFile;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReportQueries.FiledFinancialReport;
import org.convergence.resources.spending.domain.FinancialReportQueries.FinancialReportRow;
import org.springframework.stereotype.Service;

/**
 * Filed reports for people who check money and may not see people: without the names of partners and sealed persons, and
 * with the vouchers that may leave the house, as a funder sees them by a link (R-GRANT-20).
 */
@Service
@Requires(SpendingPermissions.BUDGET)
public class FiledReportCheckService {

    private static final Actor CHECK = Actor.system("audit");

    private final FinancialReportQueries queries;
    private final FinancialReportFiles files;
    private final FunderReportMask mask;

    FiledReportCheckService(FinancialReportQueries queries, FinancialReportFiles files, FunderReportMask mask) {
        this.queries = queries;
        this.files = files;
        this.mask = mask;
    }

    /** A filed report without the names that the reader may not see. */
    public record CheckedReport(FinancialReportRow row, FinancialReport report) {}

    /** @throws NotFound if the report is not filed */
    public CheckedReport findById(FinancialReportId id) {
        return CurrentActor.callAs(CHECK, () -> new CheckedReport(queries.findById(id), findMasked(id)));
    }

    private FinancialReport findMasked(FinancialReportId id) {
        return mask.mask(
                id,
                queries.findFiled(id)
                        .map(FiledFinancialReport::report)
                        .orElseThrow(() -> new NotFound("filed report")));
    }

    /**
     * The sample that the same seed draws for the coordinator: the same vouchers, with fewer names.
     *
     * @throws NotFound if the report is not filed, or the format is unknown
     */
    public ReportFile findSample(FinancialReportId id, int seed, String format, Words t) {
        ReportFile file =
                CurrentActor.callAs(CHECK, () -> files.findSample(id, findMasked(id), false, seed, format, t));
        return new ReportFile(
                file.name(),
                file.mediaType(),
                out -> CurrentActor.callAs(CHECK, () -> {
                    file.writer().writeTo(out);
                    return true;
                }));
    }
}
