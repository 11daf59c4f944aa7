package org.convergence.resources.spending.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.convergence.resources.spending.domain.ExpenseSplitRepository.ConvertedSplit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores expenses with their splits, and knows the first use of a voucher. */
@Component
class ExpenseRepository {

    private final JdbcClient db;
    private final ExpenseQueries queries;
    private final ExpenseSplitRepository splits;
    private final DocumentStorage documents;
    private final Clock clock;

    ExpenseRepository(
            JdbcClient db,
            ExpenseQueries queries,
            ExpenseSplitRepository splits,
            DocumentStorage documents,
            Clock clock) {
        this.db = db;
        this.queries = queries;
        this.splits = splits;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Stores an expense that waits for the accountant, or a commitment.
     *
     * @param corrects the expense in whose place it stands, with its voucher; {@code null} for a new one
     * @throws DuplicateVoucher if its voucher was used before
     */
    ExpenseId insert(ExpenseFacts facts, @Nullable VoucherFile voucher, @Nullable ExpenseId corrects) {
        var converted = splits.convert(facts);
        // One lock for all: of two concurrent sendings of a voucher, the second sees the first.
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('resources.spending_expense', 0))")
                .query((row, n) -> true)
                .list();
        findFirstUse(facts, voucher, corrects).ifPresent(first -> {
            throw new DuplicateVoucher(queries.findById(new ExpenseId(first)));
        });
        CfdiVoucher cfdi = voucher == null ? null : voucher.cfdi();
        UUID id = Ids.next();
        DocumentId document = voucher == null ? null : documents.store(voucher.file(), owner(id));
        db.sql("""
                        INSERT INTO resources.spending_expense
                               (id, day, amount, currency, supplier, number, note, state, document, fingerprint, scheme,
                                voucher, corrects, on_site, recorded_by, recorded_at)
                        VALUES (:id, :day, :amount, :currency, :supplier, :number, :note, :state,
                                coalesce(:document, (SELECT document FROM resources.spending_expense WHERE id = :corrects)),
                                :fingerprint, :scheme, :voucher, :corrects,
                                coalesce((SELECT on_site FROM resources.spending_expense WHERE id = :corrects), false),
                                :by, :at)
                        """)
                .param("id", id)
                .param("day", facts.day())
                .param("amount", facts.amount().getAmount())
                .param("currency", facts.amount().getCurrencyUnit().getCode())
                .param("supplier", facts.supplier())
                .param("number", facts.number())
                .param("note", facts.note())
                .param("state", facts.isCommitment() ? "COMMITTED" : "PROPOSED")
                .param("document", document == null ? null : document.value())
                .param("fingerprint", voucher == null ? null : voucher.file().fingerprint())
                .param("scheme", cfdi == null ? null : VoucherFile.CFDI)
                .param("voucher", cfdi == null ? null : cfdi.id())
                .param("corrects", corrects == null ? null : corrects.value())
                .param("by", CurrentActor.get().id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        for (ConvertedSplit split : converted) {
            splits.insert(id, split);
        }
        return new ExpenseId(id);
    }

    /** Stores an expense below zero that takes a closed one back, on its lines, at its rates and on its day. */
    ExpenseId insertReversal(ExpenseId closed, String reason) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO resources.spending_expense
                               (id, day, amount, currency, supplier, number, note, state, corrects, on_site, recorded_by,
                                recorded_at)
                        SELECT :id, day, -amount, currency, supplier, number, :reason, 'PROPOSED', id, on_site, :by, :at
                        FROM resources.spending_expense WHERE id = :closed
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("by", CurrentActor.get().id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("closed", closed.value())
                .update();
        splits.insertReversed(id, closed.value());
        return new ExpenseId(id);
    }

    static DocumentOwner owner(UUID expense) {
        return new DocumentOwner(VoucherGuard.KIND, expense);
    }

    /** An expense in whose place the new one stands uses the voucher rightly. */
    private Optional<UUID> findFirstUse(
            ExpenseFacts facts, @Nullable VoucherFile voucher, @Nullable ExpenseId corrects) {
        CfdiVoucher cfdi = voucher == null ? null : voucher.cfdi();
        return db.sql("""
                        SELECT id FROM resources.spending_expense
                        WHERE (fingerprint = :fingerprint OR (scheme = 'CFDI' AND voucher = :voucher)
                           OR (:number <> '' AND :supplier <> '' AND lower(supplier) = lower(:supplier)
                               AND lower(number) = lower(:number) AND day = :day AND amount = :amount
                               AND currency = :currency))
                          AND id IS DISTINCT FROM :corrects
                        ORDER BY id LIMIT 1
                        """)
                .param("fingerprint", voucher == null ? "" : voucher.file().fingerprint())
                .param("voucher", cfdi == null ? "" : cfdi.id())
                .param("number", facts.number())
                .param("supplier", facts.supplier())
                .param("day", facts.day())
                .param("amount", facts.amount().getAmount())
                .param("currency", facts.amount().getCurrencyUnit().getCode())
                .param("corrects", corrects == null ? new UUID(0, 0) : corrects.value())
                .query(UUID.class)
                .optional();
    }
}
