package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.SalesTaxes;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.convergence.resources.spending.domain.ExpenseFacts.VoucherFile;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.subsidy.HourClaims;
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
    private final ExpenseRepository repository;
    private final HourClaims claims;
    private final OrganisationSettings settings;

    ExpenseService(
            JdbcClient db,
            ExpenseQueries queries,
            ExpenseRepository repository,
            HourClaims claims,
            OrganisationSettings settings) {
        this.claims = claims;
        this.db = db;
        this.queries = queries;
        this.repository = repository;
        this.settings = settings;
    }

    /**
     * Records an expense.
     *
     * @throws DuplicateVoucher if its voucher was used before
     * @throws Refused if its splits do not sum to it, a rate is missing, or the voucher contradicts it
     */
    @Transactional(label = "spending.record")
    public ExpenseId record(ExpenseFacts facts, @Nullable VoucherFile voucher) {
        check(facts, voucher);
        return repository.insert(facts, voucher, null);
    }

    /**
     * Records an expense of a record of another module.
     *
     * @param source the kind of the record and its id; {@code null} for none
     * @throws DuplicateVoucher as in {@link #record}
     */
    @Transactional(label = "spending.record")
    public ExpenseId recordFor(@Nullable String source, ExpenseFacts facts, @Nullable VoucherFile voucher) {
        ExpenseId id = record(facts, voucher);
        if (source != null) {
            db.sql("UPDATE resources.spending_expense SET source = ? WHERE id = ?")
                    .params(source, id.value())
                    .update();
        }
        return id;
    }

    /**
     * Rewrites an expense that the accountant has not accepted; a commitment becomes spent so, with its real day,
     * amount and voucher.
     *
     * @param voucher in place of the one that it has; {@code null} to keep that one
     * @throws DuplicateVoucher if its voucher was used before
     */
    @Transactional(label = "spending.update")
    public void update(ExpenseId id, int version, ExpenseFacts facts, @Nullable VoucherFile voucher) {
        check(facts, voucher);
        ExpenseRow row = queries.findById(id);
        boolean isAnotherAmount = facts.isCommitment() || !facts.amount().equals(row.money());
        if (isAnotherAmount && queries.findHours(id).isPresent()) {
            throw new Refused("spending.refused.hours-fixed");
        }
        repository.update(row, version, facts, voucher);
    }

    private void check(ExpenseFacts facts, @Nullable VoucherFile voucher) {
        CfdiVoucher cfdi = voucher == null ? null : voucher.cfdi();
        if (!facts.amount().isPositive()) {
            throw new Refused("spending.refused.amount");
        }
        if (!facts.isCommitment() && facts.day().isAfter(settings.today())) {
            throw new Refused("spending.refused.future");
        }
        SalesTaxes taxes = facts.taxes();
        boolean within = taxes.gst().signum() >= 0
                && taxes.qst().signum() >= 0
                && taxes.sum().compareTo(facts.amount().getAmount()) < 0;
        if (!within || (!taxes.isNone() && !facts.amount().getCurrencyUnit().equals(CurrencyUnit.CAD))) {
            throw new Refused("spending.refused.taxes");
        }
        requireAgreement(facts, cfdi);
    }

    private static void requireAgreement(ExpenseFacts facts, @Nullable CfdiVoucher cfdi) {
        if (cfdi == null) {
            return;
        }
        switch (cfdi.type()) {
            case "P" -> throw new Refused("spending.refused.payment-receipt");
            case "E" -> throw new Refused("spending.refused.credit-note", cfdi.said());
            case "T" -> throw new Refused("spending.refused.transport");
            default -> {}
        }
        if (cfdi.total().signum() <= 0) {
            throw new Refused("spending.refused.amount");
        }
        boolean same = cfdi.currency().equals(facts.amount().getCurrencyUnit().getCode());
        if (!same || facts.amount().getAmount().compareTo(cfdi.total()) > 0) {
            throw new Refused("spending.refused.voucher-says", cfdi.said(), facts.amount());
        }
    }

    /**
     * Deletes an expense that the accountant has not accepted; the hours that it claims are free again.
     *
     * @throws Refused unless the actor recorded it, or is the accountant
     */
    @Transactional(label = "spending.remove")
    public void delete(ExpenseId id, int version) {
        ExpenseRow row = queries.findById(id);
        if (!mayDelete(row)) {
            throw new Refused("spending.refused.not-yours");
        }
        repository.delete(row, version);
        claims.release(HourExpenseService.CLAIMANT + id.value());
    }

    /** Whether the actor may delete an expense while it is open: who recorded it, and the accountant. */
    @Requires(SpendingPermissions.READ)
    public boolean mayDelete(ExpenseRow row) {
        Actor actor = CurrentActor.get();
        return row.state().isOpen() && (row.recordedBy().equals(actor.id()) || actor.may(SpendingPermissions.REVIEW));
    }

    /**
     * Says whether the voucher shows a protected person, place or route: it is then shown here, and leaves with no
     * report. So do the expenses that correct it, or that it corrects: they have its supplier or its voucher.
     */
    @Transactional(label = "spending.on-site")
    public void keepOnSite(ExpenseId id, boolean onSite) {
        db.sql("""
                        UPDATE resources.spending_expense e SET on_site = :onSite, version = e.version + 1
                        FROM resources.spending_expense said
                        WHERE said.id = :id AND e.on_site <> :onSite
                          AND (e.document = said.document
                            OR coalesce(e.corrects, e.id) = coalesce(said.corrects, said.id))
                        """).param("onSite", onSite).param("id", id.value()).update();
    }

    /** Says which realisation an expense served; {@code null} takes it back. */
    @Transactional(label = "spending.realisation")
    public void setRealisation(ExpenseId id, @Nullable UUID realisation) {
        int written = db.sql("""
                        UPDATE resources.spending_expense SET realisation = :realisation, version = version + 1
                        WHERE id = :id AND (CAST(:realisation AS uuid) IS NULL
                              OR EXISTS (SELECT FROM plan.realisation_summary r WHERE r.id = :realisation))
                        """)
                .param("realisation", realisation, Types.OTHER)
                .param("id", id.value())
                .update();
        if (written == 0) {
            throw new NotFound("realisation");
        }
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
        change(
                id,
                version,
                "PROPOSED",
                "state = 'RETURNED', question = :text, answer = NULL, asked_on = :today",
                question);
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
                .param("today", settings.today())
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /**
     * Accepts expenses in the version that the accountant saw.
     *
     * @return those accepted; those changed meanwhile are left
     * @throws Refused if none could be accepted
     */
    @Requires(SpendingPermissions.REVIEW)
    @Transactional(label = "spending.accept")
    public AcceptedExpenses accept(Map<ExpenseId, Integer> seen) {
        List<ExpenseId> ids = List.copyOf(seen.keySet());
        UUID[] chosen = ids.stream().map(ExpenseId::value).toArray(UUID[]::new);
        requireWholeCorrections(chosen);
        List<AcceptedExpense> taken = db.sql("""
                        UPDATE resources.spending_expense e SET state = 'ACCEPTED', version = e.version + 1
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:versions AS integer[])) AS seen (id, version)
                        WHERE e.id = seen.id AND e.version = seen.version AND e.state = 'PROPOSED'
                        RETURNING e.id, e.version, e.document IS NULL AND NOT e.on_site AS bare
                        """)
                .param("ids", chosen)
                .param("versions", ids.stream().map(seen::get).toArray(Integer[]::new))
                .query(RecordMapper.of(AcceptedExpense.class))
                .list();
        if (taken.isEmpty()) {
            throw new Refused("spending.refused.none-accepted");
        }
        return new AcceptedExpenses(
                taken.stream().collect(Collectors.toMap(AcceptedExpense::id, AcceptedExpense::version)),
                (int) taken.stream().filter(AcceptedExpense::bare).count());
    }

    private record AcceptedExpense(ExpenseId id, int version, boolean bare) {}

    /**
     * Expenses just accepted.
     *
     * @param versions in which they stand now
     * @param withoutVoucher how many of them have no voucher that is due here
     */
    public record AcceptedExpenses(Map<ExpenseId, Integer> versions, int withoutVoucher) {}

    /** Takes acceptances back, until the expenses are closed. */
    @Requires(SpendingPermissions.REVIEW)
    @Transactional(label = "spending.reopen")
    public void reopen(Map<ExpenseId, Integer> accepted) {
        accepted.forEach((id, version) -> change(id, version, "ACCEPTED", "state = 'PROPOSED'", null));
    }

    /** What takes an expense back and what stands in its place count together, or totals are false in between. */
    private void requireWholeCorrections(UUID[] chosen) {
        boolean half = db.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM resources.spending_expense e JOIN resources.spending_expense o
                            ON o.corrects = e.corrects AND o.id <> e.id AND o.state IN ('PROPOSED', 'RETURNED')
                            WHERE e.id = ANY (:chosen) AND NOT o.id = ANY (:chosen))
                        """).param("chosen", chosen).query(Boolean.class).single();
        if (half) {
            throw new Refused("spending.refused.half-correction");
        }
    }

    /** The amount in the currency of a code. */
    public static Money money(BigDecimal amount, String currency) {
        return Money.of(CurrencyUnit.of(currency), amount);
    }
}
