package org.convergence.plan.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.FiledReportQueries;
import org.convergence.plan.report.domain.ReportContents;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reports in the API. */
@RestController
@Requires(ReportPermissions.READ)
@Tag(name = "reports")
record ReportApi(ReportQueries reports, FiledReportQueries filed) {

    private static final String PDF = "application/pdf";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private record ReportParameters(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String language) {}

    @GetMapping("/api/v1/plans/{plan}/reports/{audience}.{extension}")
    @Operation(summary = "The current report of a plan to an audience, as PDF or Word")
    @Parameter(name = "plan", description = "Id of the plan")
    @Parameter(
            name = "audience",
            description = "annual for the annual report, board for the progress note to the board",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"annual", "board"}))
    @Parameter(name = "extension", description = "pdf or docx")
    @Parameter(
            name = "from",
            description = "First day of the period; else that of the report or plan",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "to",
            description = "Last day of the period; else that of the report or plan",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "lang", description = "fr or en; else the language of the report")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = WORD, schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<byte[]> live(
            @PathVariable UUID plan,
            @PathVariable String audience,
            @PathVariable String extension,
            Form form,
            Words t) {
        Audience to = Audience.fromSlug(audience).orElseThrow(() -> new NotFound("audience"));
        PaperFormat rendering = PaperFormat.findPaperFormat(extension).orElseThrow(() -> new NotFound("file"));
        ReportParameters asked = form.read(answers -> asked(form, answers));
        ReportContents contents =
                reports.currentContents(new PlanId(plan), to, asked.from(), asked.to(), asked.language());
        byte[] bytes = reports.render(contents, contents.head().language(), rendering);
        return ReportController.response(contents.head().title(), rendering, bytes);
    }

    private static ReportParameters asked(Form form, FormValues answers) {
        LocalDate from = answers.optionalDate("from");
        LocalDate to = answers.optionalDate("to");
        if (from != null && to != null && to.isBefore(from)) {
            form.reject("to", "report.refused.period");
        }
        if (form.filled("lang") && !BeginReportCommand.LANGUAGES.contains(form.value("lang"))) {
            form.reject("lang", "report.refused.language");
        }
        return new ReportParameters(from, to, form.filled("lang") ? form.value("lang") : null);
    }

    @GetMapping("/api/v1/reports/{report}.{extension}")
    @Operation(
            summary = "A filed report, byte for byte as filed",
            description = "As PDF or Word, or its facts as JSON.")
    @Parameter(name = "report", description = "Id of the report")
    @Parameter(name = "extension", description = "pdf, docx or json")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = WORD, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
            })
    ResponseEntity<byte[]> filed(@PathVariable UUID report, @PathVariable String extension) {
        ReportId id = new ReportId(report);
        return ReportController.response(
                reports.findById(id).title(), filed.file(id, ReportController.kind(extension)));
    }
}
