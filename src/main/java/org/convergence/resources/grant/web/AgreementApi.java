package org.convergence.resources.grant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.ApiAmount;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.text.NumberReader;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.AgreementScope;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementFacts;
import org.convergence.resources.grant.domain.AgreementPolicy;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementRow;
import org.convergence.resources.grant.domain.AgreementService;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.CostClass;
import org.convergence.resources.spending.FinancialReports;
import org.convergence.resources.spending.FinancialReports.ReportFile;
import org.convergence.resources.spending.SpendingPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agreements in the API. */
@RestController
@RequestMapping(path = "/api/v1/agreements", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "agreements")
record AgreementApi(
        AgreementService agreements,
        AgreementQueries queries,
        FinancialReports reports,
        OrganisationSettings settings) {

    private static final int MOST_LINES = 200;

    /** An agreement to record. */
    record AgreementRequest(
            @Schema(description = "Code of its currency") String currency,

            @Schema(description = "Else its number, else a title with the day", maxLength = 300) @Nullable
            String title,

            @Schema(description = "The funder's number", maxLength = 100) @Nullable
            String number,

            @Schema(description = "Name of the funder, an organisation that is created if it is new", maxLength = 300)
            @Nullable
            String funder,

            @Schema(description = "The first day; else a year ago, so that it takes the vouchers of the last months")
            @Nullable
            LocalDate from,

            @Schema(description = "The last day; else a year after the first, or after today where that is missing too")
            @Nullable
            LocalDate to,

            @Schema(description = "Else MISSION") @Nullable AgreementScope scope,

            @Schema(description = "Clauses worth remembering", maxLength = 10_000) @Nullable
            String terms,

            @Schema(description = "Percent of a line that may move without an amendment") @Nullable
            BigDecimal tolerance,

            @Schema(description = "The last day on which vouchers must be kept") @Nullable
            LocalDate retained,

            @ArraySchema(maxItems = MOST_LINES, arraySchema = @Schema(description = "Its lines; at least one"))
            List<AgreementLineRequest> lines) {}

    /** A line of it. */
    record AgreementLineRequest(
            @Schema(minLength = 1, maxLength = 40) String code,

            @Schema(description = "Else the code", maxLength = 300) @Nullable
            String label,

            @Schema(description = "Such as 12000.00", pattern = ApiAmount.PATTERN)
            String amount,

            @Schema(description = "Else DIRECT") @Nullable CostClass costClass) {}

    /** An agreement with what is left of its lines. */
    @Schema(name = "Agreement")
    record AgreementResource(
            UUID id,
            String number,
            String title,
            String funder,
            String currency,
            LocalDate from,
            LocalDate to,
            AgreementScope scope,

            @Schema(description = "Percent of its time that is gone")
            int timeGone,

            List<AgreementLineResource> lines) {}

    /** A line with what is left of it, in the currency of the agreement. */
    @Schema(name = "AgreementLine")
    record AgreementLineResource(
            UUID id,
            String code,
            String label,
            CostClass costClass,
            String original,
            String budget,
            String committed,
            String spent,

            @Schema(description = "Below zero if it is overspent")
            String left) {

        static AgreementLineResource of(BudgetLineState it) {
            return new AgreementLineResource(
                    it.id().value(),
                    it.code(),
                    it.label(),
                    it.costClass(),
                    it.original().getAmount().toPlainString(),
                    it.budget().getAmount().toPlainString(),
                    it.committed().getAmount().toPlainString(),
                    it.spent().getAmount().toPlainString(),
                    it.left().getAmount().toPlainString());
        }
    }

    @PostMapping
    @Requires(GrantPermissions.EDIT)
    @Operation(summary = "Record an agreement with its lines")
    @ApiResponse(
            responseCode = "201",
            description = "The agreement",
            content = @Content(schema = @Schema(implementation = AgreementResource.class)))
    ResponseEntity<String> record(IdempotentCreation post, @RequestBody AgreementRequest request, Words t) {
        return post.json(request, sent -> {
            AgreementId id = record(sent, t);
            return IdempotentResponse.created("/api/v1/agreements/" + id.value(), find(id.value()));
        });
    }

    private AgreementId record(AgreementRequest sent, Words t) {
        List<BudgetLineFacts> lines = new ArrayList<>();
        AgreementFacts facts = JsonForm.read(sent, (answers, form) -> {
            lines.addAll(lines(sent.lines(), form));
            String title = answers.optionalText(AgreementForm.TITLE.name(), 300);
            String number = answers.optionalText(AgreementForm.NUMBER.name(), 100);
            String funder = answers.optionalText(AgreementForm.FUNDER, 300);
            LocalDate today = settings.today();
            LocalDate from = sent.from() == null ? today.minusYears(1) : sent.from();
            LocalDate year = (sent.from() == null ? today : from).plusYears(1).minusDays(1);
            return AgreementForm.facts(
                    answers,
                    title != null ? title : number != null ? number : t.say("grant.agreement.untitled", today),
                    null,
                    funder,
                    from,
                    sent.to() == null ? year : sent.to());
        });
        return agreements.record(facts, lines);
    }

    private static List<BudgetLineFacts> lines(List<AgreementLineRequest> sent, Form form) {
        List<BudgetLineFacts> lines = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            AgreementLineRequest line = sent.get(i);
            String path = "lines[" + i + "].";
            Optional<BigDecimal> amount = NumberReader.number(line.amount());
            String code = line.code().strip();
            String label = line.label() == null || line.label().isBlank()
                    ? code
                    : line.label().strip();
            if (code.isEmpty()) {
                form.reject(path + "code", "shell.form.required");
            } else if (code.length() > 40) {
                form.reject(path + "code", "shell.form.too-long", 40);
            } else if (label.length() > 300) {
                form.reject(path + "label", "shell.form.too-long", 300);
            } else if (!AgreementForm.isAmount(amount)) {
                form.reject(path + "amount", "shell.form.number");
            }
            lines.add(new BudgetLineFacts(
                    code,
                    label,
                    line.costClass() == null ? CostClass.DIRECT : line.costClass(),
                    amount.orElse(BigDecimal.ZERO)));
        }
        return lines;
    }

    @GetMapping(path = "/{id}/reports/financial.{format}", produces = MediaType.ALL_VALUE)
    @Requires(SpendingPermissions.READ)
    @Operation(
            summary = "The financial report of an agreement for a period",
            description = "As it was filed, if the report of that period is; else from the data of today. The archive"
                    + " (zip) holds the report and its vouchers, without those that show someone protected.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    void report(
            @PathVariable UUID id,
            @Parameter(description = "pdf, docx, xlsx or zip") @PathVariable String format,
            @Parameter(description = "The first day; else that of the agreement's current year")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last day; else that of the agreement's current year")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            Words t,
            HttpServletResponse response)
            throws IOException {
        ReportFile file = reports.find(new AgreementId(id).subject(), from, to, format, t);
        FileDownload.setHeaders(response, file.name(), file.mediaType());
        file.writer().writeTo(response.getOutputStream());
    }

    @GetMapping("/{id}")
    @Requires(GrantPermissions.READ)
    @Operation(summary = "An agreement, with what is left of its lines")
    AgreementResource find(@PathVariable UUID id) {
        AgreementRow it = queries.findById(new AgreementId(id));
        return new AgreementResource(
                id,
                it.number(),
                it.title(),
                it.funderName(),
                it.currency(),
                it.startsOn(),
                it.endsOn(),
                it.scope(),
                AgreementPolicy.timeGone(it.startsOn(), it.endsOn(), settings.today()),
                queries.findLines(it.id()).stream()
                        .map(AgreementLineResource::of)
                        .toList());
    }
}
