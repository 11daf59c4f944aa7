package org.convergence.resources.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.text.Sha256;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.BookAccountService.BookAccount;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.convergence.resources.ledger.domain.StatementService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Bank statements in the JSON API. */
@RestController
@RequestMapping(path = "/api/v1/bank-statements", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "bank-statements")
record StatementApi(StatementService statements, StatementUploadService reception, BookAccountService accounts) {

    private static final int MOST = 500;
    private static final String WHOSE =
            "Number of the bank account in the books, else the first; code of its currency, else CAD";

    @GetMapping
    @Requires(LedgerPermissions.READ)
    @Operation(summary = "List imported bank statements, the latest first")
    StatementResources.StatementListResource list() {
        return new StatementResources.StatementListResource(statements.findLatest(MOST).stream()
                .map(StatementResources.StatementResource::of)
                .toList());
    }

    @PostMapping
    @Requires(LedgerPermissions.RECORD)
    @Operation(
            summary = "Import a bank statement",
            description = "Reads a CSV or Excel file of a bank, with or without titles. Known lines are not"
                    + " imported again. A file whose day or amount is not recognised, or which does not"
                    + " tell deposits from withdrawals, is refused and not stored: set its columns once"
                    + " on the page. A job imports the lines after the response.")
    @Parameter(name = "account", description = WHOSE)
    @Parameter(name = "currency", description = WHOSE)
    @ApiResponse(
            responseCode = "201",
            description = "The result for its lines",
            content = @Content(schema = @Schema(implementation = StatementResources.StatementImportResource.class)))
    ResponseEntity<String> bring(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String currency,
            IdempotentPost post)
            throws IOException {
        BookAccount bank = accounts.findByPurpose(AccountPurpose.BANK).stream()
                .filter(it -> account == null || account.isBlank() || it.code().equals(account.strip()))
                .findFirst()
                .orElseThrow(() -> new NotFound("account"));
        String code = currency == null || currency.isBlank() ? "CAD" : currency;
        if (!PaymentForm.CURRENCIES.contains(code)) {
            throw new Refused("ledger.refused.currency-unknown", code);
        }
        String name = file.getOriginalFilename();
        String body = name + "\n" + bank.id().value() + "\n" + code + "\n" + fingerprint(file);
        return post.answer(body, () -> take(file, name == null ? "" : name, bank, code));
    }

    private IdempotentResponse take(MultipartFile file, String name, BookAccount bank, String currency) {
        StatementSettings settings = new StatementSettings(Ids.next(), bank.id().value(), currency);
        StatementUploadService.UploadedStatement taken = reception.upload(name, file, settings);
        Map<ImportOutcome, Integer> counts = taken.counts();
        return IdempotentResponse.created(new StatementResources.StatementImportResource(
                settings.statement(),
                counts.getOrDefault(ImportOutcome.CREATED, 0),
                counts.getOrDefault(ImportOutcome.SAME, 0),
                counts.getOrDefault(ImportOutcome.ASIDE, 0)));
    }

    private static String fingerprint(MultipartFile file) throws IOException {
        return Sha256.hexOf(file.getInputStream());
    }

    /** The JSON resources of bank statements. */
    public static final class StatementResources {

        private StatementResources() {}

        /** An imported bank statement. */
        @Schema(name = "BankStatement")
        public record StatementResource(
                UUID id,
                String account,
                String name,
                String currency,
                Instant readAt,

                @Schema(description = "Null where no line was imported") @Nullable
                LocalDate from,

                @Nullable LocalDate until,
                int lines,

                @Schema(description = "How many deposits are not settled yet")
                int open) {

            static StatementResource of(StatementService.StatementSummary it) {
                return new StatementResource(
                        it.id().value(),
                        it.account(),
                        it.name(),
                        it.currency(),
                        it.readAt(),
                        it.from(),
                        it.until(),
                        it.lines(),
                        it.open());
            }
        }

        /** All bank statements. */
        @Schema(name = "BankStatements")
        public record StatementListResource(List<StatementResource> statements) {}

        /** The result of importing a statement's lines. */
        @Schema(name = "BankStatementTaken")
        public record StatementImportResource(
                UUID id,

                @Schema(description = "Lines being imported")
                int entered,

                @Schema(description = "Lines already known") int known,

                @Schema(description = "Rows that are not lines")
                int aside) {}
    }
}
