package org.convergence.resources.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.resources.ledger.domain.StatementService;
import org.jspecify.annotations.Nullable;

/** The JSON resources of bank statements. */
public final class StatementResources {

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

            @Schema(description = "Lines being imported") int entered,

            @Schema(description = "Lines already known") int known,

            @Schema(description = "Rows that are not lines") int aside) {}
}
