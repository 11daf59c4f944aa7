package org.convergence.resources.dues.domain;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.StandingSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members were asked as dues and what they paid, for their good standing: one query for all, as of a day. An
 * appeal, or any other invoice, never affects good standing (R-MEMBER-4).
 */
@Component
@Requires(DuesPermissions.READ)
class DuesStandingSource implements StandingSource {

    private static final String ACCOUNTS = """
            SELECT organisation, person, currency, sum(balance) AS owed,
                   min(due_on) FILTER (WHERE late) AS overdue,
                   CASE WHEN bool_and(coalesce(delayed_until >= :on, false)) FILTER (WHERE late)
                        THEN min(delayed_until) FILTER (WHERE late) END AS delay,
                   max(paid) AS paid
            FROM (SELECT i.organisation, i.person, i.currency, i.due_on, i.delayed_until, s.paid,
                         i.total - coalesce(s.settled, 0) - coalesce(r.reduced, 0) AS balance,
                         i.due_on < :on AND i.total > coalesce(s.settled, 0) + coalesce(r.reduced, 0) AS late
                  FROM resources.ledger_issued_invoice i
                  LEFT JOIN LATERAL (SELECT sum(a.amount) AS settled,
                                            max(a.received_on) FILTER (WHERE a.amount > 0 AND coalesce(a.reversed_on > :on, true))
                                                AS paid
                                     FROM resources.ledger_invoice_payment a
                                     WHERE a.invoice = i.id AND a.received_on <= :on) s ON true
                  LEFT JOIN LATERAL (SELECT sum(d.amount) AS reduced FROM resources.ledger_invoice_reduction d
                                     WHERE d.invoice = i.id AND d.made_on <= :on) r ON true
                  WHERE i.issued_on <= :on
                    AND EXISTS (SELECT FROM resources.ledger_invoice_purpose l
                                WHERE l.invoice = i.id AND l.purpose = 'DUES')
                    AND (i.organisation = ANY (:members) OR i.person = ANY (:members))) AS each
            GROUP BY organisation, person, currency ORDER BY currency
            """;

    private final JdbcClient db;

    DuesStandingSource(JdbcClient db) {
        this.db = db;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Party, MemberAccount> accounts(Collection<? extends Party> members, LocalDate on) {
        Map<Party, MemberAccount> accounts = new HashMap<>();
        db.sql(ACCOUNTS)
                .param("on", on)
                .param("members", members.stream().map(Party::value).toArray(UUID[]::new))
                .query((row, n) -> accounts.merge(member(row), account(row), DuesStandingSource::combine))
                .list();
        return accounts;
    }

    private static Party member(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation", UUID.class);
        return organisation == null
                ? new PersonId(row.getObject("person", UUID.class))
                : new OrganisationId(organisation);
    }

    private static MemberAccount account(ResultSet row) throws SQLException {
        Money owed = Money.of(
                CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("owed"), RoundingMode.UNNECESSARY);
        return new MemberAccount(
                owed.isZero() ? List.of() : List.of(owed),
                row.getObject("overdue", LocalDate.class),
                row.getObject("delay", LocalDate.class),
                row.getObject("paid", LocalDate.class));
    }

    /** Combines the accounts of two currencies; a delay counts only if it covers everything overdue. */
    private static MemberAccount combine(MemberAccount one, MemberAccount other) {
        List<Money> owed = new ArrayList<>(one.owed());
        owed.addAll(other.owed());
        boolean delayed = (one.overdueSince() == null || one.delayUntil() != null)
                && (other.overdueSince() == null || other.delayUntil() != null);
        return new MemberAccount(
                owed,
                earlier(one.overdueSince(), other.overdueSince()),
                delayed ? earlier(one.delayUntil(), other.delayUntil()) : null,
                later(one.paidOn(), other.paidOn()));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
