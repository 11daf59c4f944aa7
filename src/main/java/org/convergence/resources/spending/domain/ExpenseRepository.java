package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.currency.SalesTaxes;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.convergence.resources.spending.domain.ExpenseFacts.VoucherFile;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores expenses with their splits, and knows the first use of a voucher. */
@Component
record ExpenseRepository(
        JdbcClient db,
        ExpenseQueries queries,
        ExpenseSplitRepository splits,
        RemittanceCostService obtained,
        BudgetLocks locks,
        TaxRebateService rebates,
        DocumentStorage documents,
        Clock clock) {

    /**
     * Stores an expense that waits for the accountant, or a commitment.
     *
     * @param corrects the expense in whose place it stands, with its voucher; {@code null} for a new one
     * @throws DuplicateVoucher if its voucher was used before
     */
    ExpenseId insert(ExpenseFacts facts, @Nullable VoucherFile voucher, @Nullable ExpenseId corrects) {
        locks.lockFor(null, facts.splits());
        SalesTaxes rebate = rebates.findRebate(facts);
        var converted = splits.convert(facts, net(facts, rebate), corrects == null ? null : corrects.value());
        rejectSecondUse(facts, voucher, corrects, null);
        CfdiVoucher cfdi = voucher == null ? null : voucher.cfdi();
        UUID id = Ids.next();
        DocumentId document = voucher == null ? null : documents.store(voucher.file(), owner(id));
        db.sql("""
                        INSERT INTO resources.spending_expense
                               (id, day, amount, currency, gst, qst, gst_rebate, qst_rebate, supplier, number, note, state,
                                document, fingerprint, scheme, voucher, corrects, on_site, source, recorded_by, recorded_at)
                        VALUES (:id, :day, :amount, :currency, :gst, :qst, :gstRebate, :qstRebate, :supplier, :number, :note, :state,
                                coalesce(:document, (SELECT document FROM resources.spending_expense WHERE id = :corrects)),
                                :fingerprint, :scheme, :voucher, :corrects,
                                coalesce((SELECT on_site FROM resources.spending_expense WHERE id = :corrects), false),
                                (SELECT source FROM resources.spending_expense WHERE id = :corrects),
                                :by, :at)
                        """)
                .param("id", id)
                .params(VersionedRow.values(facts, "isCommitment", "splits", "taxes"))
                .params(taxes(facts, rebate))
                .param("state", facts.isCommitment() ? "COMMITTED" : "PROPOSED")
                .param("document", document == null ? null : document.value())
                .param("fingerprint", voucher == null ? null : voucher.file().fingerprint())
                .param("scheme", cfdi == null ? null : VoucherFile.CFDI)
                .param("voucher", cfdi == null ? null : cfdi.id())
                .param("corrects", corrects == null ? null : corrects.value())
                .param("by", CurrentActor.get().id())
                .param("at", SqlTime.now(clock))
                .update();
        splits.replace(id, converted);
        return new ExpenseId(id);
    }

    /**
     * Writes an expense that is still open anew; a voucher takes the place of the one that it has.
     *
     * @throws DuplicateVoucher if its voucher was used before
     * @throws EditConflict if it changed since that version, or the accountant accepted it
     */
    void update(ExpenseRow open, int version, ExpenseFacts facts, @Nullable VoucherFile voucher) {
        UUID id = open.id().value();
        locks.lockFor(id, facts.splits());
        SalesTaxes rebate = rebates.findRebate(facts);
        var converted = splits.convert(facts, net(facts, rebate), id);
        boolean keepsCost = open.day().equals(facts.day()) && splits.isFiledAs(id, converted);
        rejectSecondUse(facts, voucher, open.corrects(), open.id());
        CfdiVoucher cfdi = voucher == null ? null : voucher.cfdi();
        DocumentId document = voucher == null ? null : documents.store(voucher.file(), owner(id));
        int written = db.sql("""
                        UPDATE resources.spending_expense
                        SET day = :day, amount = :amount, currency = :currency, gst = :gst, qst = :qst,
                            gst_rebate = :gstRebate, qst_rebate = :qstRebate, supplier = :supplier, number = :number,
                            note = :note, version = version + 1,
                            state = CASE WHEN :committed THEN 'COMMITTED' WHEN state = 'RETURNED' THEN state
                                         ELSE 'PROPOSED' END,
                            document = coalesce(:document, document),
                            fingerprint = CASE WHEN :replaced THEN :fingerprint ELSE fingerprint END,
                            scheme = CASE WHEN :replaced THEN :scheme ELSE scheme END,
                            voucher = CASE WHEN :replaced THEN :voucher ELSE voucher END
                        WHERE id = :id AND version = :version AND amount > 0
                          AND state IN ('COMMITTED', 'PROPOSED', 'RETURNED')
                        """)
                .param("id", id)
                .param("version", version)
                .params(VersionedRow.values(facts, "isCommitment", "splits", "taxes"))
                .params(taxes(facts, rebate))
                .param("committed", facts.isCommitment())
                .param("document", document == null ? null : document.value(), Types.OTHER)
                .param("replaced", voucher != null)
                .param("fingerprint", voucher == null ? null : voucher.file().fingerprint(), Types.VARCHAR)
                .param("scheme", cfdi == null ? null : VoucherFile.CFDI, Types.VARCHAR)
                .param("voucher", cfdi == null ? null : cfdi.id(), Types.VARCHAR)
                .update();
        if (written == 0) {
            throw new EditConflict(ExpenseService.TABLE, id, version);
        }
        if (!keepsCost) {
            splits.replace(id, converted);
        }
        if (document != null) {
            discardVoucher(open);
        }
    }

    /**
     * Deletes an expense that is still open.
     *
     * @throws EditConflict if it changed since that version, or the accountant accepted it
     */
    void delete(ExpenseRow open, int version) {
        UUID id = open.id().value();
        locks.lockFor(id, List.of());
        List<UUID> budgets = splits.findBudgets(id);
        int deleted = db.sql("""
                        DELETE FROM resources.spending_expense
                        WHERE id = ? AND version = ? AND state IN ('COMMITTED', 'PROPOSED', 'RETURNED')
                        """).params(id, version).update();
        if (deleted == 0) {
            throw new EditConflict(ExpenseService.TABLE, id, version);
        }
        obtained.apply(budgets);
        discardVoucher(open);
    }

    /** A correction shows the voucher of the expense that it corrects, which keeps it. */
    private void discardVoucher(ExpenseRow open) {
        if (open.document() != null && open.corrects() == null) {
            documents.discard(open.document(), owner(open.id().value()));
        }
    }

    /** What an expense costs once the rebate of taxes is deducted (R-TAX-7). */
    private static Money net(ExpenseFacts facts, SalesTaxes rebate) {
        return facts.amount().minus(rebate.sum());
    }

    private static Map<String, BigDecimal> taxes(ExpenseFacts facts, SalesTaxes rebate) {
        return Map.of(
                "gst", facts.taxes().gst(),
                "qst", facts.taxes().qst(),
                "gstRebate", rebate.gst(),
                "qstRebate", rebate.qst());
    }

    private void rejectSecondUse(
            ExpenseFacts facts, @Nullable VoucherFile voucher, @Nullable ExpenseId corrects, @Nullable ExpenseId self) {
        // One lock for all: of two concurrent sendings of a voucher, the second sees the first.
        TransactionLock.acquire(db, "resources.spending_expense");
        UUID[] rightful = Stream.of(Optional.ofNullable(corrects), Optional.ofNullable(self))
                .flatMap(Optional::stream)
                .map(ExpenseId::value)
                .toArray(UUID[]::new);
        findFirstUse(facts, voucher, rightful).ifPresent(first -> {
            throw new DuplicateVoucher(queries.findById(new ExpenseId(first)));
        });
    }

    /** Stores an expense below zero that takes a closed one back, on its lines, at its rates and on its day. */
    ExpenseId insertReversal(ExpenseId closed, String reason) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO resources.spending_expense
                               (id, day, amount, currency, gst, qst, gst_rebate, qst_rebate, supplier, number, note, state,
                                corrects, on_site, source, recorded_by, recorded_at)
                        SELECT :id, day, -amount, currency, -gst, -qst, -gst_rebate, -qst_rebate, supplier, number, :reason, 'PROPOSED', id,
                               on_site, source, :by, :at
                        FROM resources.spending_expense WHERE id = :closed
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("by", CurrentActor.get().id())
                .param("at", SqlTime.now(clock))
                .param("closed", closed.value())
                .update();
        splits.insertReversed(id, closed.value());
        return new ExpenseId(id);
    }

    static DocumentOwner owner(UUID expense) {
        return new DocumentOwner(VoucherGuard.KIND, expense);
    }

    /** @param rightful expenses that may use the voucher: itself, and the one in whose place it stands */
    private Optional<UUID> findFirstUse(ExpenseFacts facts, @Nullable VoucherFile voucher, UUID[] rightful) {
        CfdiVoucher cfdi = voucher == null ? null : voucher.cfdi();
        return db.sql("""
                        SELECT id FROM resources.spending_expense
                        WHERE (fingerprint = :fingerprint OR (scheme = 'CFDI' AND voucher = :voucher)
                           OR (:number <> '' AND :supplier <> '' AND lower(supplier) = lower(:supplier)
                               AND lower(number) = lower(:number) AND day = :day AND amount = :amount
                               AND currency = :currency))
                          AND id <> ALL (:rightful)
                        ORDER BY id LIMIT 1
                        """)
                .param("fingerprint", voucher == null ? "" : voucher.file().fingerprint())
                .param("voucher", cfdi == null ? "" : cfdi.id())
                .param("number", facts.number())
                .param("supplier", facts.supplier())
                .param("day", facts.day())
                .param("amount", facts.amount().getAmount())
                .param("currency", facts.amount().getCurrencyUnit().getCode())
                .param("rightful", rightful)
                .query(UUID.class)
                .optional();
    }

    /** Lets readers of expenses open their vouchers, which the law requires to be kept unchanged. */
    @Component
    static class VoucherGuard implements DocumentGuard {

        static final String KIND = "resources.spending";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public boolean isKeptByLaw() {
            return true;
        }

        @Override
        public boolean mayRead(DocumentOwner owner, DocumentId document) {
            return CurrentActor.get().may(SpendingPermissions.READ);
        }
    }

    /** Texts of budgets and expenses in which people may be named. */
    @Bean
    static IdentityReferences referencesFromSpending(ReferenceDeclarations declare) {
        return declare.table(ExpenseService.TABLE)
                .texts(Map.of("supplier", 300, "note", 1_000, "question", 1_000, "answer", 1_000))
                .table(FinancialReportService.VARIANCE_TABLE)
                .texts(Map.of("reason", FinancialReportService.LONGEST_REASON))
                .table(RemittanceService.TABLE)
                .organisation("organisation")
                .texts(Map.of("reference", 100))
                .textsOf("resources.spending_budget", Map.of("title", 300))
                .textsOf("resources.spending_line", Map.of("label", 300))
                .textsOf(FunderFormService.TABLE, Map.of("name", 300));
    }
}
