package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.grant.AgreementContributions;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.SpentAmounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what agreements paid, and what was spent of it. */
@Service
@Transactional(readOnly = true)
@Requires(GrantPermissions.READ)
class AgreementContributionQueries implements AgreementContributions {

    private static final int MOST = 500;

    private final JdbcClient db;
    private final Budgets budgets;

    AgreementContributionQueries(JdbcClient db, Budgets budgets) {
        this.db = db;
        this.budgets = budgets;
    }

    private record ReceivedRow(
            AgreementId id, String title, String currency, BigDecimal receivedBefore, BigDecimal received) {}

    @Override
    public Optional<LocalDate> findFirstDay() {
        return db.sql("""
                        SELECT least((SELECT min(starts_on) FROM resources.grant_agreement),
                                     (SELECT min(done_on) FROM resources.grant_agreement_due WHERE kind = 'INSTALMENT'))
                        """).query(LocalDate.class).optional();
    }

    @Override
    public List<AgreementContribution> findContributions(LocalDate from, LocalDate to) {
        // Money that came before the agreement begins, or a balance that its end left, stands in the statements too.
        List<ReceivedRow> agreements = db.sql("""
                        WITH agreement AS (
                            SELECT a.id, a.title, a.currency, a.starts_on <= :to AND a.ends_on >= :from AS runs,
                                   coalesce(sum(d.paid) FILTER (WHERE d.done_on < :from), 0) AS received_before,
                                   coalesce(sum(d.paid) FILTER (WHERE d.done_on BETWEEN :from AND :to), 0) AS received
                            FROM resources.grant_agreement a
                            LEFT JOIN (SELECT agreement, done_on, coalesce(received, amount)
                                              * CASE kind WHEN 'REFUND' THEN -1 ELSE 1 END AS paid
                                       FROM resources.grant_agreement_due WHERE kind <> 'DELIVERABLE') d ON d.agreement = a.id
                            GROUP BY a.id HAVING a.starts_on <= :to OR min(d.done_on) <= :to)
                        SELECT id, title, currency, received_before, received FROM agreement
                        WHERE runs OR received <> 0 OR received_before <> (
                            SELECT coalesce(sum(c.amount), 0) FROM resources.spending_dated_cost c
                            WHERE c.subject = 'resources.grant/agreement/' || agreement.id AND c.day < :from)
                        ORDER BY lower(title), id LIMIT :most
                        """)
                .param("most", MOST)
                .param("from", from)
                .param("to", to)
                .query(RecordMapper.of(ReceivedRow.class))
                .list();
        Map<String, SpentAmounts> spent = budgets.findSpent(
                agreements.stream().map(row -> row.id().subject()).toList(), from, to);
        return agreements.stream()
                .map(row -> {
                    SpentAmounts amounts = spentOf(row, spent);
                    return new AgreementContribution(
                            row.id(),
                            row.title(),
                            row.currency(),
                            row.receivedBefore(),
                            amounts.before(),
                            row.received(),
                            amounts.within());
                })
                .toList();
    }

    private static SpentAmounts spentOf(ReceivedRow row, Map<String, SpentAmounts> spent) {
        return spent.getOrDefault(row.id().subject(), new SpentAmounts(BigDecimal.ZERO, BigDecimal.ZERO));
    }
}
