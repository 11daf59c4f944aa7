package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    public List<AgreementContribution> findContributions(LocalDate from, LocalDate to) {
        List<ReceivedRow> agreements = db.sql("""
                        SELECT a.id, a.title, a.currency,
                               coalesce(sum(d.amount) FILTER (WHERE d.done_on < :from), 0) AS received_before,
                               coalesce(sum(d.amount) FILTER (WHERE d.done_on BETWEEN :from AND :to), 0) AS received
                        FROM resources.grant_agreement a
                        LEFT JOIN resources.grant_agreement_due d ON d.agreement = a.id AND d.kind = 'INSTALMENT'
                        WHERE a.starts_on <= :to AND a.ends_on >= :from
                        GROUP BY a.id ORDER BY lower(a.title), a.id LIMIT :most
                        """)
                .param("from", from)
                .param("to", to)
                .param("most", MOST)
                .query(RecordMapper.of(ReceivedRow.class))
                .list();
        Map<String, SpentAmounts> spent = budgets.findSpent(
                agreements.stream().map(row -> row.id().subject()).toList(), from, to);
        return agreements.stream()
                .map(row -> {
                    SpentAmounts amounts =
                            spent.getOrDefault(row.id().subject(), new SpentAmounts(BigDecimal.ZERO, BigDecimal.ZERO));
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
}
