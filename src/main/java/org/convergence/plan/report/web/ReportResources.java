package org.convergence.plan.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.domain.ReportQueries.ReportSummary;
import org.jspecify.annotations.Nullable;

/** The responses of the API. */
final class ReportResources {

    private ReportResources() {}

    @Schema(name = "Reports")
    record ReportListResource(List<ReportResource> reports) {}

    @Schema(name = "Report")
    record ReportResource(
            UUID id,
            UUID plan,

            @Schema(allowableValues = {"board", "annual"}) String audience,

            String title,
            LocalDate from,
            LocalDate to,
            int edition,
            @Nullable LocalDate dueOn,

            @Schema(description = "Absent while it is a draft") @Nullable
            LocalDate filedOn,

            @Schema(description = "The filed edition that replaces it") @Nullable
            UUID replacedBy) {

        static ReportResource of(ReportSummary report) {
            ReportId next = report.replacedBy();
            return new ReportResource(
                    report.id().value(),
                    report.plan().value(),
                    report.audience().slug(),
                    report.title(),
                    report.from(),
                    report.to(),
                    report.edition(),
                    report.dueOn(),
                    report.filedOn(),
                    next == null ? null : next.value());
        }
    }

    /** The id of a newly created report. */
    @Schema(name = "BegunReport")
    record CreatedReportResource(UUID id) {}
}
