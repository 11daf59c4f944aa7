package org.convergence.resources.dues.domain;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.RateId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.HeadcountPolicy.EffectiveHeadcount;
import org.convergence.resources.membership.domain.HeadcountService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Headcounts revised after a call: the excess is credited, what is missing is invoiced separately; issued invoices are
 * never edited.
 */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class HeadcountRevisionService {

    private final DuesCallService calls;
    private final RateService rates;
    private final HeadcountService headcounts;
    private final RevisionSettlement invoices;
    private final BillingRecipients billingRecipients;
    private final DuesLetterSender letters;
    private final JdbcClient db;

    HeadcountRevisionService(
            DuesCallService calls,
            RateService rates,
            HeadcountService headcounts,
            RevisionSettlement invoices,
            BillingRecipients billingRecipients,
            DuesLetterSender letters,
            JdbcClient db) {
        this.calls = calls;
        this.rates = rates;
        this.headcounts = headcounts;
        this.invoices = invoices;
        this.billingRecipients = billingRecipients;
        this.letters = letters;
        this.db = db;
    }

    /**
     * A share whose headcount, or whose invoiced amount, is no longer right.
     *
     * @param difference above zero if more is owed, below if less
     * @param byHand credits and write-offs outside revisions that no revision has counted yet
     */
    public record HeadcountRevision(
            MembershipId membership,
            OrganisationId organisation,
            String name,
            InvoiceId invoice,
            AdoptedRate rate,
            int before,
            EffectiveHeadcount now,
            Money difference,
            Money byHand) {

        /** What is still to be credited if credits by hand count towards it; zero if they cover it. */
        public Money remainingCredit() {
            Money rest = difference.plus(byHand);
            return difference.isNegative() && rest.isNegative() ? rest : Money.zero(difference.getCurrencyUnit());
        }
    }

    private record RevisedShareRow(
            MembershipId membership,
            OrganisationId organisation,
            String name,
            InvoiceId invoice,
            UUID rate,
            int before,
            Money asked,
            Money byHand) {}

    /**
     * The revisions of a call, by name, without members credited in full by hand. One query for the shares and one for
     * their headcounts.
     */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ)
    public List<HeadcountRevision> findByCall(CallId id) {
        DuesCallService.StoredCall call = calls.findById(id);
        if (call.issuedOn() == null || call.facts().kind() != CallKind.ANNUAL) {
            return List.of();
        }
        List<RevisedShareRow> rows = db.sql("""
                        SELECT s.membership, m.organisation, o.name, s.invoice, s.rate, s.headcount,
                               s.asked, i.currency,
                               greatest(0, credited.by_hand - (whole.total - credited.revised - s.asked)) AS by_hand
                        FROM resources.dues_share s
                        JOIN resources.membership_period m ON m.id = s.membership
                        JOIN resources.ledger_issued_invoice i ON i.id = s.invoice
                        JOIN directory.people_organisation_name o ON o.id = m.organisation
                        JOIN LATERAL (
                            SELECT coalesce(sum(r.amount) FILTER (
                                       WHERE r.source_module <> 'resources.dues'), 0) AS by_hand,
                                   coalesce(sum(r.amount) FILTER (
                                       WHERE r.source_module = 'resources.dues'), 0) AS revised
                            FROM resources.dues_invoice d JOIN resources.ledger_invoice_reduction r ON r.invoice = d.invoice
                            WHERE d.call = s.call AND d.membership = s.membership AND r.kind = 'CREDIT') credited ON true
                        JOIN LATERAL (
                            SELECT sum(x.total) AS total
                            FROM resources.dues_invoice d JOIN resources.ledger_issued_invoice x ON x.id = d.invoice
                            WHERE d.call = s.call AND d.membership = s.membership) whole ON true
                        WHERE s.call = ? AND s.invoice IS NOT NULL AND s.headcount IS NOT NULL
                          AND (credited.by_hand = 0 OR credited.by_hand + credited.revised < whole.total)
                        ORDER BY o.name COLLATE "fr-CA-x-icu", s.membership
                        """)
                .param(id.value())
                .query((row, n) -> new RevisedShareRow(
                        new MembershipId(row.getObject("membership", UUID.class)),
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getString("name"),
                        new InvoiceId(row.getObject("invoice", UUID.class)),
                        row.getObject("rate", UUID.class),
                        row.getInt("headcount"),
                        money(row, "asked"),
                        money(row, "by_hand")))
                .list();
        Map<OrganisationId, EffectiveHeadcount> now = headcounts.findEffective(
                call.facts().reference(),
                rows.stream().map(RevisedShareRow::organisation).toList());
        List<AdoptedRate> adopted = rates.findAll();
        List<HeadcountRevision> revisions = new ArrayList<>();
        for (RevisedShareRow row : rows) {
            EffectiveHeadcount used = now.get(row.organisation());
            AdoptedRate rate = adopted.stream()
                    .filter(it -> it.id().equals(new RateId(row.rate())))
                    .findFirst()
                    .orElse(null);
            if (used == null
                    || rate == null
                    || !rate.rate().currency().equals(row.asked().getCurrencyUnit())) {
                continue;
            }
            int number = used.headcount().facts().number();
            Money difference =
                    DuesPolicy.computeDues(rate.rate(), number).amount().minus(row.asked());
            if (number != row.before() || !difference.isZero()) {
                revisions.add(new HeadcountRevision(
                        row.membership(),
                        row.organisation(),
                        row.name(),
                        row.invoice(),
                        rate,
                        row.before(),
                        used,
                        difference,
                        row.byHand()));
            }
        }
        return revisions;
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(
                CurrencyUnit.of(row.getString("currency")), row.getBigDecimal(column), RoundingMode.UNNECESSARY);
    }

    /**
     * The letter that {@link #settle} sends with an invoice for what is missing.
     *
     * @throws NotFound if nothing is missing
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(CallId id, MembershipId membership, Words t) {
        HeadcountRevision it = find(id, membership);
        if (!it.difference().isPositive()) {
            throw new NotFound("revision");
        }
        var letter = new DuesLetterSender.LetterTarget(
                it.name(), findRecipient(it), 0, null, it.difference(), invoices.dueDay(it));
        return letters.preview(calls.findById(id).facts(), List.of(letter), t);
    }

    private HeadcountRevision find(CallId id, MembershipId membership) {
        return findByCall(id).stream()
                .filter(each -> each.membership().equals(membership))
                .findFirst()
                .orElseThrow(() -> new NotFound("revision"));
    }

    private BillingRecipients.BillingRecipient findRecipient(HeadcountRevision it) {
        return Objects.requireNonNull(
                billingRecipients.findByMembers(List.of(it.organisation())).get(it.organisation()));
    }

    /**
     * The result of a settled revision.
     *
     * @param made the amount invoiced or, below zero, credited now, less earlier credits by hand
     */
    public record SettledRevision(Money difference, Money made) {}

    /**
     * Credits or invoices the difference, once.
     *
     * @param counting whether earlier credits by hand were for the same headcount, so that only the rest is credited
     * @throws NotFound if there is nothing (left) to settle
     */
    public SettledRevision settle(CallId id, MembershipId membership, boolean counting) {
        db.sql("SELECT call FROM resources.dues_share WHERE call = ? AND membership = ? FOR UPDATE")
                .params(id.value(), membership.value())
                .query(UUID.class)
                .list();
        DuesCallService.StoredCall call = calls.findById(id);
        HeadcountRevision it = find(id, membership);
        int nth = saveRevision(id, it);
        Money made = it.difference();
        if (it.difference().isNegative()) {
            made = invoices.credit(id, it, nth, counting).negated();
        } else if (it.difference().isPositive()) {
            BillingRecipients.BillingRecipient reach = findRecipient(it);
            letters.post(invoices.invoiceDifference(call, it, reach, nth), 0, call.facts(), reach);
        }
        return new SettledRevision(it.difference(), made);
    }

    /** Stores the share's new amount; returns how many times it was revised. */
    private int saveRevision(CallId id, HeadcountRevision it) {
        return db.sql("""
                        UPDATE resources.dues_share
                        SET headcount = ?, status = ?, counted_on = ?, asked = asked + ?, revisions = revisions + 1
                        WHERE call = ? AND membership = ?
                        RETURNING revisions
                        """)
                .params(
                        it.now().headcount().facts().number(),
                        it.now().headcount().facts().status().name(),
                        it.now().headcount().facts().countedOn(),
                        it.difference().getAmount(),
                        id.value(),
                        it.membership().value())
                .query(Integer.class)
                .single();
    }
}
