package org.convergence.resources.spending.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.ApiAmount;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.text.NumberReader;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.convergence.resources.spending.domain.DuplicateVoucher;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.convergence.resources.spending.domain.ExpenseFacts.VoucherFile;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.ExpenseQueries.SplitRow;
import org.convergence.resources.spending.domain.ExpenseService;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Expenses in the API. */
@RestController
@RequestMapping(path = "/api/v1/expenses", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "expenses")
record ExpenseApi(ExpenseService expenses, ExpenseQueries queries, ExpenseForm forms, DocumentService documents) {

    /** An expense to record. */
    record ExpenseRequest(
            @Schema(description = "Not after today; else that of the invoice in XML") @Nullable
            LocalDate day,

            @Schema(description = "Such as 12345.67; else the total of the invoice in XML", pattern = ApiAmount.PATTERN)
            @Nullable
            String amount,

            @Schema(description = "Code of the currency; else that of the invoice in XML, else CAD") @Nullable
            String currency,

            @Schema(description = "The GST within the amount, in Canadian dollars", pattern = ApiAmount.PATTERN)
            @Nullable
            String gst,

            @Schema(description = "The QST within the amount, in Canadian dollars", pattern = ApiAmount.PATTERN)
            @Nullable
            String qst,

            @Schema(maxLength = ExpenseFacts.LONGEST_SUPPLIER) @Nullable
            String supplier,

            @Schema(description = "Number of the invoice", maxLength = ExpenseFacts.LONGEST_NUMBER) @Nullable
            String number,

            @Schema(maxLength = ExpenseFacts.LONGEST_NOTE) @Nullable
            String note,

            @Schema(description = "true if it is promised and not spent yet") @Nullable
            Boolean commitment,

            @ArraySchema(
                    maxItems = ExpenseFacts.MOST_SPLITS,
                    arraySchema = @Schema(description = "Percents that sum to 100, or amounts that sum to the expense"))
            List<ExpenseSplitRequest> splits) {}

    /** A part of it. */
    record ExpenseSplitRequest(
            @Schema(description = "Id of a budget line, or its code if no other line has it")
            String line,

            @Nullable BigDecimal percent,

            @Schema(description = "In the currency of the expense, such as 1000.50", pattern = ApiAmount.PATTERN)
            @Nullable
            String amount) {}

    /** An amount. */
    @Schema(name = "ExpenseAmount")
    record AmountResource(String amount, String currency) {

        static AmountResource of(Money money) {
            return new AmountResource(
                    money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
        }
    }

    /** An expense. */
    @Schema(name = "Expense")
    record ExpenseResource(
            UUID id,
            LocalDate day,
            String amount,
            String currency,
            String gst,
            String qst,

            @Schema(description = "The part of both taxes that comes back: the splits bear the amount less this")
            String taxRebate,

            String supplier,
            String number,
            ExpenseState state,

            @Schema(description = "In the currency of the budget; null if budgets of several currencies are charged")
            @Nullable
            AmountResource converted,

            List<ExpenseSplitResource> splits) {

        static ExpenseResource of(ExpenseRow it, List<SplitRow> splits) {
            boolean one = splits.stream().map(SplitRow::currency).distinct().count() == 1;
            return new ExpenseResource(
                    it.id().value(),
                    it.day(),
                    it.money().getAmount().toPlainString(),
                    it.currency(),
                    it.gst().toPlainString(),
                    it.qst().toPlainString(),
                    it.rebate().sum().toPlainString(),
                    it.supplier(),
                    it.number(),
                    it.state(),
                    one
                            ? AmountResource.of(Money.total(
                                    splits.stream().map(SplitRow::converted).toList()))
                            : null,
                    splits.stream().map(ExpenseSplitResource::of).toList());
        }
    }

    /** A part of an expense. */
    @Schema(name = "ExpenseSplit")
    record ExpenseSplitResource(UUID line, String code, String amount, AmountResource converted) {

        static ExpenseSplitResource of(SplitRow it) {
            return new ExpenseSplitResource(
                    it.line().value(), it.code(), it.amount().toPlainString(), AmountResource.of(it.converted()));
        }
    }

    @PostMapping
    @Requires(SpendingPermissions.RECORD)
    @Operation(
            summary = "Record an expense with its voucher",
            description =
                    "The same file, the same fiscal identity, or the same supplier, number, day and amount a second"
                            + " time is answered with 409 and the first use. A Mexican invoice in XML (CFDI) fills in what"
                            + " is left out.")
    @Parameter(name = "data", description = "The expense, as JSON")
    @ApiResponse(
            responseCode = "201",
            description = "The expense",
            content = @Content(schema = @Schema(implementation = ExpenseResource.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The voucher was used before; first has the id, day, supplier and amount of that expense",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    ResponseEntity<String> record(
            @RequestPart ExpenseRequest data,
            @RequestParam(required = false) @Nullable MultipartFile voucher,
            IdempotentCreation post,
            Words t) {
        try {
            if (voucher == null) {
                ExpenseFacts facts = read(data, null);
                return post.answer(Json.of(data).toString(), () -> record(facts, null));
            }
            CfdiVoucher cfdi = ExpenseForm.readCfdi(voucher).orElse(null);
            ExpenseFacts facts = read(data, cfdi);
            try (PreparedDocument file = documents.prepare(Upload.of(voucher.getOriginalFilename(), voucher))) {
                String body = Json.of(data) + "\n" + file.fingerprint();
                return post.answer(body, () -> record(facts, new VoucherFile(file, cfdi)));
            }
        } catch (DuplicateVoucher duplicate) {
            return conflict(duplicate, t);
        }
    }

    private static ResponseEntity<String> conflict(DuplicateVoucher duplicate, Words t) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", t.say("spending.duplicate"));
        problem.put("status", 409);
        problem.put("detail", t.say(duplicate.messageKey(), duplicate.arguments()));
        ExpenseRow first = duplicate.first();
        Map<String, String> use = new LinkedHashMap<>();
        use.put("id", first.id().value().toString());
        use.put("day", first.day().toString());
        use.put("supplier", first.supplier());
        use.put("amount", first.money().getAmount().toPlainString());
        use.put("currency", first.currency());
        problem.put("first", use);
        return ResponseEntity.status(409)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Json.of(problem).toString());
    }

    private ExpenseFacts read(ExpenseRequest data, @Nullable CfdiVoucher cfdi) {
        return JsonForm.read(data, (answers, form) -> forms.read(answers, cfdi, splits(data, form)));
    }

    private List<ExpenseSplit> splits(ExpenseRequest data, Form form) {
        List<ExpenseSplit> splits = new ArrayList<>();
        for (int i = 0; i < data.splits().size(); i++) {
            ExpenseSplitRequest split = data.splits().get(i);
            String path = "splits[" + i + "].";
            BigDecimal amount = split.amount() == null
                    ? null
                    : NumberReader.number(split.amount()).orElseGet(() -> {
                        form.reject(path + "amount", "shell.form.number");
                        return BigDecimal.ZERO;
                    });
            queries.findLine(split.line())
                    .ifPresentOrElse(
                            line -> splits.add(new ExpenseSplit(line, split.percent(), amount)),
                            () -> form.reject(path + "line", "spending.refused.line"));
        }
        return splits;
    }

    private IdempotentResponse record(ExpenseFacts facts, @Nullable VoucherFile voucher) {
        ExpenseId id = expenses.record(facts, voucher);
        return IdempotentResponse.created("/api/v1/expenses/" + id.value(), resource(id));
    }

    private ExpenseResource resource(ExpenseId id) {
        return ExpenseResource.of(queries.findById(id), queries.findSplits(id));
    }

    @GetMapping("/{id}")
    @Requires(SpendingPermissions.READ)
    @Operation(summary = "An expense, with the lines to which it is charged")
    ExpenseResource find(@PathVariable UUID id) {
        return resource(new ExpenseId(Objects.requireNonNull(id)));
    }
}
