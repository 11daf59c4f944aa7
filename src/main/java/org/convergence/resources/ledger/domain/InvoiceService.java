package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.ReductionId;
import org.convergence.resources.ledger.ReductionKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues invoices. An issued invoice never changes: the excess is credited, an uncollectible amount is written off by a
 * decision, and a body may delay it (R-MEMBER-1: none of these ends a membership).
 */
@Service
@Transactional
@Requires(LedgerPermissions.ISSUE)
public class InvoiceService {

    private static final String TABLE = "resources.ledger_invoice";

    private final JdbcClient db;
    private final LedgerNumberSeries series;
    private final BookAccountService accounts;
    private final SettlementService settlements;
    private final LedgerEntryRepository proposals;
    private final OrganisationSettings settings;

    InvoiceService(
            JdbcClient db,
            LedgerNumberSeries series,
            BookAccountService accounts,
            SettlementService settlements,
            LedgerEntryRepository proposals,
            OrganisationSettings settings) {
        this.db = db;
        this.series = series;
        this.accounts = accounts;
        this.settlements = settlements;
        this.proposals = proposals;
        this.settings = settings;
    }

    /**
     * Issues an invoice, under the next number of its year. Called again with the same source, it makes nothing.
     *
     * @return the new invoice, or the existing one of the source
     * @throws Refused if the total is not positive
     */
    public InvoiceId issue(InvoiceFacts facts) {
        Optional<InvoiceId> before = findBySource(facts.source());
        if (before.isPresent()) {
            return before.get();
        }
        if (!facts.total().isPositive()) {
            throw new Refused("ledger.refused.nothing");
        }
        InvoiceId id = new InvoiceId(Ids.next());
        insert(id, series.takeNext(LedgerNumberSeries.SeriesKind.INVOICE, facts.issuedOn()), facts);
        int position = 0;
        for (InvoiceFacts.InvoiceLineFacts line : facts.lines()) {
            db.sql("""
                            INSERT INTO resources.ledger_invoice_line (invoice, position, text, amount, account)
                            VALUES (?, ?, ?, ?, ?)
                            """)
                    .params(
                            id.value(),
                            ++position,
                            line.text(),
                            line.amount(),
                            accounts.findFirst(line.purpose()).value())
                    .update();
        }
        proposals.propose(id);
        return id;
    }

    private void insert(InvoiceId id, LedgerNumberSeries.SeriesNumber number, InvoiceFacts facts) {
        InvoiceFacts.InvoicePeriod period = facts.period();
        try {
            db.sql("""
                            INSERT INTO resources.ledger_invoice
                                (id, series, sequence, organisation, person, payer_organisation, payer_person, addressee,
                                 language, issued_on, due_on, period_from, period_until, currency, total, subject, note,
                                 source)
                            VALUES (:id, :series, :sequence, :organisation, :person, :payerOrganisation, :payerPerson,
                                    :addressee, :language, :issued, :due, :from, :until, :currency, :total, :subject,
                                    :note, :source)
                            """)
                    .param("id", id.value())
                    .param("series", number.series())
                    .param("sequence", number.sequence())
                    .param("organisation", organisation(facts.debtor()))
                    .param("person", person(facts.debtor()))
                    .param("payerOrganisation", organisation(facts.payer()))
                    .param("payerPerson", person(facts.payer()))
                    .param("addressee", facts.addressee())
                    .param("language", facts.language())
                    .param("issued", facts.issuedOn())
                    .param("due", facts.dueOn())
                    .param("from", period == null ? null : period.from())
                    .param("until", period == null ? null : period.until())
                    .param("currency", facts.currency().getCode())
                    .param("total", facts.total().getAmount())
                    .param("subject", facts.subject())
                    .param("note", facts.note())
                    .param("source", facts.source())
                    .update();
        } catch (DataIntegrityViolationException violation) {
            throw String.valueOf(violation.getMostSpecificCause().getMessage()).contains("_fk\"")
                    ? new NotFound("party")
                    : violation;
        }
    }

    private Optional<InvoiceId> findBySource(@Nullable String source) {
        return source == null
                ? Optional.empty()
                : db.sql("SELECT id FROM resources.ledger_invoice WHERE source = ?")
                        .param(source)
                        .query(UUID.class)
                        .optional()
                        .map(InvoiceId::new);
    }

    /**
     * Credits an invoice. A payment beyond the new balance becomes an advance of the payer.
     *
     * @param source idempotency key: called again with the same source, nothing is made
     * @throws Refused if the amount exceeds the total less earlier reductions
     */
    public Optional<ReductionId> credit(InvoiceId invoice, Money amount, String reason, @Nullable String source) {
        boolean made = source != null
                && db.sql("SELECT EXISTS (SELECT FROM resources.ledger_reduction WHERE source = ?)")
                        .param(source)
                        .query(Boolean.class)
                        .single();
        return made
                ? Optional.empty()
                : Optional.of(reduce(lock(invoice, null), ReductionKind.CREDIT, amount, reason, null, source));
    }

    /**
     * Credits an invoice in the version the user saw.
     *
     * @param version the version that the form showed
     * @throws Refused if the amount exceeds the total less earlier reductions
     */
    public ReductionId credit(InvoiceId invoice, int version, Money amount, String reason) {
        return reduce(lock(invoice, version), ReductionKind.CREDIT, amount, reason, null, null);
    }

    /**
     * Writes off the balance or a part of it, by a decision.
     *
     * @param version the version that the form showed
     * @throws Refused if the amount exceeds the balance, or the decision is dated in the future
     */
    public ReductionId writeOff(InvoiceId invoice, int version, Money amount, String reason, Decision decision) {
        LedgerDatePolicy.require(LedgerDatePolicy.checkDecision(decision.date(), settings.today()));
        return reduce(lock(invoice, version), ReductionKind.WRITE_OFF, amount, reason, decision, null);
    }

    /** @param version the version that a form showed; {@code null} without form */
    private SettlementService.LockedInvoice lock(InvoiceId invoice, @Nullable Integer version) {
        SettlementService.LockedInvoice held = settlements.lock(invoice);
        if (version != null && held.version() != version) {
            throw new EditConflict(TABLE, invoice.value(), version);
        }
        return held;
    }

    private ReductionId reduce(
            SettlementService.LockedInvoice held,
            ReductionKind kind,
            Money amount,
            String reason,
            @Nullable Decision decision,
            @Nullable String source) {
        if (!amount.isPositive()) {
            throw new Refused("ledger.refused.nothing");
        }
        if (!held.total().getCurrencyUnit().equals(amount.getCurrencyUnit())) {
            throw new Refused(
                    "ledger.refused.currency", amount.getCurrencyUnit().getCode());
        }
        Money most = kind == ReductionKind.CREDIT ? held.total().minus(held.reduced()) : held.balance();
        if (amount.isGreaterThan(most)) {
            throw new Refused("ledger.refused.reduction", most);
        }
        if (amount.isGreaterThan(held.balance())) {
            settlements.release(held.id(), amount.minus(held.balance()), settings.today(), reason);
        }
        ReductionId id = new ReductionId(Ids.next());
        LocalDate today = settings.today();
        LedgerNumberSeries.SeriesNumber number = series.takeNext(
                kind == ReductionKind.CREDIT
                        ? LedgerNumberSeries.SeriesKind.CREDIT
                        : LedgerNumberSeries.SeriesKind.WRITE_OFF,
                today);
        db.sql("""
                        INSERT INTO resources.ledger_reduction
                            (id, invoice, kind, series, sequence, made_on, amount, reason, decided_body, decided_on,
                             decided_number, source)
                        VALUES (:id, :invoice, :kind, :series, :sequence, :on, :amount, :reason, :body, :decided, :number,
                                :source)
                        """)
                .param("id", id.value())
                .param("invoice", held.id().value())
                .param("kind", kind.name())
                .param("series", number.series())
                .param("sequence", number.sequence())
                .param("on", today)
                .param("amount", amount.getAmount())
                .param("reason", reason)
                .param("body", decision == null ? null : decision.body())
                .param("decided", decision == null ? null : decision.date())
                .param("number", decision == null ? null : decision.number())
                .param("source", source)
                .update();
        settlements.withholdLetters(List.of(held.id()));
        db.sql("UPDATE resources.ledger_invoice SET version = version + 1 WHERE id = ?")
                .param(held.id().value())
                .update();
        proposals.propose(id);
        return id;
    }

    /**
     * Delays an invoice by a decision; its reminders wait too.
     *
     * @param version the version that the form showed
     * @throws Refused if the day has passed or is before the due day, or the decision is dated in the future
     */
    public void delay(InvoiceId invoice, int version, LocalDate until, Decision decision) {
        SettlementService.LockedInvoice held = lock(invoice, version);
        LedgerDatePolicy.require(LedgerDatePolicy.checkDelay(until, held.dueOn(), settings.today()));
        LedgerDatePolicy.require(LedgerDatePolicy.checkDecision(decision.date(), settings.today()));
        db.sql("""
                        UPDATE resources.ledger_invoice
                        SET delayed_until = :until, delay_body = :body, delay_on = :on, delay_number = :number,
                            version = version + 1
                        WHERE id = :id
                        """)
                .param("until", until)
                .param("body", decision.body())
                .param("on", decision.date())
                .param("number", decision.number())
                .param("id", invoice.value())
                .update();
    }

    private static @Nullable UUID organisation(Party party) {
        return party instanceof OrganisationId ? party.value() : null;
    }

    private static @Nullable UUID person(Party party) {
        return party instanceof PersonId ? party.value() : null;
    }
}
