package org.convergence.plan.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.NextReportPeriods;
import org.convergence.plan.report.domain.ReportDraftingService;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.domain.ReportQueries.ReportSummary;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists and begins reports in the API. */
@RestController
@RequestMapping("/api/v1/reports")
@Requires(ReportPermissions.READ)
@Tag(name = "reports")
record ReportListApi(ReportQueries reports, ReportDraftingService reportDraftingService, ActionPlans plans) {

    private static final List<String> AUDIENCES = List.of("board", "annual");

    @GetMapping
    @Operation(summary = "List reports, the latest period first")
    @Parameter(
            name = "audience",
            description = "Only those to one audience: board for progress notes, annual for annual reports",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"board", "annual"}))
    @Parameter(name = "plan", description = "Id of a plan", schema = @Schema(type = "string", format = "uuid"))
    ReportResources.ReportListResource listReports(Form asked) {
        UUID plan = asked.read(answers -> {
            if (asked.filled("audience") && !AUDIENCES.contains(asked.value("audience"))) {
                asked.reject("audience", "shell.form.choice");
            }
            return answers.optionalId("plan");
        });
        Audience audience = Audience.fromSlug(asked.value("audience")).orElse(null);
        return new ReportResources.ReportListResource(reports.findAll().stream()
                .filter(each -> audience == null || each.audience() == audience)
                .filter(each -> plan == null || each.plan().value().equals(plan))
                .map(ReportResources.ReportResource::of)
                .toList());
    }

    @PostMapping
    @Requires(ReportPermissions.WRITE)
    @Operation(
            summary = "Begin a report",
            description = "Refused where the plan already has one for the same audience and period. Sent"
                    + " again under the same Idempotency-Key, it is begun once. Without from and to it"
                    + " covers the period that the page proposes: for an annual report the plan's own.")
    @ApiResponse(
            responseCode = "201",
            description = "The report, with its id",
            content = @Content(schema = @Schema(implementation = ReportResources.CreatedReportResource.class)))
    ResponseEntity<String> beginReport(IdempotentCreation post, @RequestBody ReportRequest sent) {
        return post.json(sent, this::begun);
    }

    private IdempotentResponse begun(ReportRequest sent) {
        ReportId made = reportDraftingService.begin(JsonForm.read(sent, this::read));
        return IdempotentResponse.created(
                ShownReport.url(made, ""), new ReportResources.CreatedReportResource(made.value()));
    }

    private BeginReportCommand read(FormValues answers, Form form) {
        Audience audience = Audience.fromSlug(form.value("audience")).orElse(null);
        if (audience == null) {
            form.reject("audience", "shell.form.choice");
        }
        Audience to = audience == null ? Audience.ANNUAL : audience;
        if (!form.filled("from") && !form.filled("to")) {
            plan(answers.id("plan")).ifPresent(plan -> {
                NextReportPeriods.ReportPeriod period = reports.nextPeriod(plan, to);
                form.with("from", period.from()).with("to", period.to());
            });
        }
        return ReportForm.read(form, answers, null, to);
    }

    private Optional<PlanSummary> plan(UUID id) {
        return plans.findAll().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst();
    }

    /** A report to begin. */
    record ReportRequest(
            UUID plan,

            @Schema(allowableValues = {"board", "annual"}) String audience,

            String title,

            @Schema(description = "Without from and to, the period of the plan's next report") @Nullable
            LocalDate from,

            @Nullable LocalDate to,

            @Nullable LocalDate dueOn,

            @Schema(allowableValues = {"fr", "en"}) String language,

            @Schema(description = "Name of the person responsible") @Nullable
            String responsible) {}

    /** The responses of the API. */
    static final class ReportResources {

        private ReportResources() {}

        @Schema(name = "Reports")
        record ReportListResource(List<ReportResource> reports) {}

        @Schema(name = "Report")
        record ReportResource(
                UUID id,
                UUID plan,

                @Schema(allowableValues = {"board", "annual"})
                String audience,

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
}
