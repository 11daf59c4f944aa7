package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.convergence.resources.spending.domain.ExpenseSplitRepository.ConvertedSplit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records expenses with their vouchers, and takes them through the accountant's hands. */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
public class ExpenseService {

    static final String TABLE = "resources.spending_expense";

    private final JdbcClient db;
    private final ExpenseQueries queries;
    private final ExpenseSplitRepository splits;
    private final DocumentStorage documents;
    private final OrganisationSettings settings;
    private final Clock clock;

    ExpenseService(
            JdbcClient db,
            ExpenseQueries queries,
            ExpenseSplitRepository splits,
            DocumentStorage documents,
            OrganisationSettings settings,
            Clock clock) {
        this.db = db;
        this.queries = queries;
        this.splits = splits;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Records an expense.
     *
     * @throws DuplicateVoucher if its voucher was used before
     * @throws Refused if its splits do not sum to it, a rate is missing, or the voucher contradicts it
     */
    @Transactional(label = "spending.record")
    public ExpenseId record(ExpenseFacts facts, @Nullable VoucherFile voucher) {
        CfdiVoucher cfdi = voucher == null ? null : voucher.cfdi();
        if (!facts.amount().isPositive()) {
            throw new Refused("spending.refused.amount");
        }
        if (!facts.isCommitment() && facts.day().isAfter(settings.today())) {
            throw new Refused("spending.refused.future");
        }
        requireAgreement(facts, cfdi);
        List<ConvertedSplit> converted = splits.convert(facts);
        // One lock for all: of two concurrent sendings of a voucher, the second sees the first.
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('resources.spending_expense', 0))")
                .query((row, n) -> true)
                .list();
        findFirstUse(facts, voucher).ifPresent(first -> {
            throw new DuplicateVoucher(queries.findById(new ExpenseId(first)));
        });
        UUID id = Ids.next();
        DocumentId document = voucher == null ? null : documents.store(voucher.file(), owner(id));
        db.sql("""
                        INSERT INTO resources.spending_expense
                               (id, day, amount, currency, supplier, number, note, state, document, fingerprint, scheme,
                                voucher, recorded_by, recorded_at)
                        VALUES (:id, :day, :amount, :currency, :supplier, :number, :note, :state, :document, :fingerprint,
                                :scheme, :voucher, :by, :at)
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
                .param("by", CurrentActor.get().id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        converted.forEach(split -> splits.insert(id, split));
        return new ExpenseId(id);
    }

    static DocumentOwner owner(UUID expense) {
        return new DocumentOwner(VoucherGuard.KIND, expense);
    }

    private static void requireAgreement(ExpenseFacts facts, @Nullable CfdiVoucher cfdi) {
        if (cfdi == null) {
            return;
        }
        if (cfdi.isPayment() || cfdi.total().signum() <= 0) {
            throw new Refused("spending.refused.payment-receipt");
        }
        boolean same = cfdi.currency().equals(facts.amount().getCurrencyUnit().getCode());
        if (!same || facts.amount().getAmount().compareTo(cfdi.total()) > 0) {
            throw new Refused(
                    "spending.refused.voucher-says",
                    cfdi.total().toPlainString() + "\u00a0" + cfdi.currency(),
                    facts.amount());
        }
    }

    private Optional<UUID> findFirstUse(ExpenseFacts facts, @Nullable VoucherFile voucher) {
        CfdiVoucher cfdi = voucher == null ? null : voucher.cfdi();
        return db.sql("""
                        SELECT id FROM resources.spending_expense
                        WHERE fingerprint = :fingerprint OR (scheme = 'CFDI' AND voucher = :voucher)
                           OR (:number <> '' AND :supplier <> '' AND lower(supplier) = lower(:supplier)
                               AND lower(number) = lower(:number) AND day = :day AND amount = :amount
                               AND currency = :currency)
                        ORDER BY id LIMIT 1
                        """)
                .param("fingerprint", voucher == null ? "" : voucher.file().fingerprint())
                .param("voucher", cfdi == null ? "" : cfdi.id())
                .param("number", facts.number())
                .param("supplier", facts.supplier())
                .param("day", facts.day())
                .param("amount", facts.amount().getAmount())
                .param("currency", facts.amount().getCurrencyUnit().getCode())
                .query(UUID.class)
                .optional();
    }

    /** Deletes an expense that the accountant has not accepted. */
    @Transactional(label = "spending.remove")
    public void delete(ExpenseId id, int version) {
        UUID document = db.sql("SELECT document FROM resources.spending_expense WHERE id = ?")
                .param(id.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("expense"))
                .orElse(null);
        int deleted = db.sql("""
                        DELETE FROM resources.spending_expense
                        WHERE id = ? AND version = ? AND state IN ('COMMITTED', 'PROPOSED', 'RETURNED')
                        """).params(id.value(), version).update();
        if (deleted == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
        if (document != null) {
            documents.discard(new DocumentId(document), owner(id.value()));
        }
    }

    /** Records that a commitment was spent. */
    @Transactional(label = "spending.spend")
    public void spend(ExpenseId id, int version) {
        change(id, version, "COMMITTED", "state = 'PROPOSED'", null);
    }

    /**
     * Says whether the voucher shows a protected person, place or route: it is then shown here, and leaves with no
     * report.
     */
    @Transactional(label = "spending.on-site")
    public void keepOnSite(ExpenseId id, boolean onSite) {
        db.sql("UPDATE resources.spending_expense SET on_site = ?, version = version + 1 WHERE id = ? AND on_site <> ?")
                .params(onSite, id.value(), onSite)
                .update();
    }

    /** Answers the accountant's question, and proposes the expense again. */
    @Transactional(label = "spending.answer")
    public void answer(ExpenseId id, int version, String answer) {
        change(id, version, "RETURNED", "state = 'PROPOSED', answer = :text", answer);
    }

    /** Returns an expense with a question. */
    @Requires(SpendingPermissions.REVIEW)
    @Transactional(label = "spending.return")
    public void returnWithQuestion(ExpenseId id, int version, String question) {
        change(id, version, "PROPOSED", "state = 'RETURNED', question = :text, answer = NULL", question);
    }

    /** Takes an acceptance back, until the expense is closed. */
    @Requires(SpendingPermissions.REVIEW)
    @Transactional(label = "spending.reopen")
    public void reopen(ExpenseId id, int version) {
        change(id, version, "ACCEPTED", "state = 'PROPOSED'", null);
    }

    private void change(ExpenseId id, int version, String from, String what, @Nullable String text) {
        int written = db.sql("UPDATE resources.spending_expense SET " + what + ", version = version + 1"
                        + " WHERE id = :id AND version = :version AND state = :from")
                .param("id", id.value())
                .param("version", version)
                .param("from", from)
                .param("text", text)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /**
     * Accepts expenses in the version that the accountant saw.
     *
     * @return how many were accepted; those changed meanwhile are left
     * @throws Refused if none could be accepted
     */
    @Requires(SpendingPermissions.REVIEW)
    @Transactional(label = "spending.accept")
    public int accept(Map<ExpenseId, Integer> seen) {
        List<ExpenseId> ids = List.copyOf(seen.keySet());
        int taken = db.sql("""
                        UPDATE resources.spending_expense e SET state = 'ACCEPTED', version = e.version + 1
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:versions AS integer[])) AS seen (id, version)
                        WHERE e.id = seen.id AND e.version = seen.version AND e.state = 'PROPOSED'
                        """)
                .param("ids", ids.stream().map(ExpenseId::value).toArray(UUID[]::new))
                .param("versions", ids.stream().map(seen::get).toArray(Integer[]::new))
                .update();
        if (taken == 0) {
            throw new Refused("spending.refused.none-accepted");
        }
        return taken;
    }

    /** The amount in the currency of a code. */
    public static Money money(BigDecimal amount, String currency) {
        return Money.of(CurrencyUnit.of(currency), amount);
    }
}
