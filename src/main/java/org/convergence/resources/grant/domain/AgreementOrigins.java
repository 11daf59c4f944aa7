package org.convergence.resources.grant.domain;

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
@Requires(SpendingPermissions.READ)
record AgreementOrigins(JdbcClient db) implements BudgetOrigins {

    @Override
    public Optional<BudgetOrigin> find(String subject) {
        return db.sql("""
                        SELECT coalesce(o.name, '') AS funder, a.number, a.transfer_tolerance
                        FROM resources.grant_agreement a
                        LEFT JOIN directory.people_organisation_name o ON o.id = a.funder
                        WHERE :prefix || a.id = :subject
                        """)
                .param("prefix", AgreementId.SUBJECT)
                .param("subject", subject)
                .query(RecordMapper.of(BudgetOrigin.class))
                .optional();
    }
}
