package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.spending.BudgetOrigins;
import org.convergence.resources.spending.SpendingPermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names the funder and the number of an agreement on the papers of its budget. */
@Component
@Requires(SpendingPermissions.BUDGET)
record AgreementOrigins(JdbcClient db) implements BudgetOrigins {

    @Override
    public Optional<BudgetOrigin> find(String subject, LocalDate until) {
        return db.sql("""
                        SELECT coalesce(o.name, '') AS funder, a.number, a.transfer_tolerance,
                               (SELECT sum(CASE d.kind WHEN 'REFUND' THEN -1 ELSE 1 END * coalesce(d.received, d.amount))
                                FROM resources.grant_agreement_due d
                                WHERE d.agreement = a.id AND d.kind <> 'DELIVERABLE' AND d.done_on <= :until) AS received
                        FROM resources.grant_agreement a
                        LEFT JOIN directory.people_organisation_name o ON o.id = a.funder
                        WHERE :prefix || a.id = :subject
                        """)
                .param("prefix", AgreementId.SUBJECT)
                .param("subject", subject)
                .param("until", until)
                .query(RecordMapper.of(BudgetOrigin.class))
                .optional();
    }

    @Override
    public List<BudgetDeadline> findDeadlines() {
        return db.sql("""
                        SELECT DISTINCT ON (d.agreement) :prefix || d.agreement AS subject, d.due_on, d.what
                        FROM resources.grant_agreement_due d JOIN resources.grant_agreement a ON a.id = d.agreement
                        WHERE d.kind = 'DELIVERABLE' AND d.done_on IS NULL AND a.closed_on IS NULL
                        ORDER BY d.agreement, platform.fold(d.what) NOT LIKE '%financ%', d.due_on, d.id
                        """)
                .param("prefix", AgreementId.SUBJECT)
                .query(RecordMapper.of(BudgetDeadline.class))
                .list();
    }
}
