package org.convergence.plan.time.domain;

import java.util.List;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The person of a contract when people are merged. Two people with overlapping contracts cannot be merged until one
 * contract is corrected.
 */
@Component
class ContractPersonReference extends SingleColumnReference {

    private final JdbcClient db;

    ContractPersonReference(JdbcClient db) {
        super(ReferencingColumn.toPerson(db, Contract.TABLE, "person", List.of("id"), ErasureRule.KEEP));
        this.db = db;
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        boolean meet = db.sql("""
                        SELECT EXISTS (SELECT FROM plan.time_contract d JOIN plan.time_contract k
                                       ON daterange(d.starts_on, d.ends_on, '[]') && daterange(k.starts_on, k.ends_on, '[]')
                                       WHERE d.person = ? AND k.person = ? AND NOT d.beside AND NOT k.beside)
                        """)
                .params(duplicate.value(), kept.value())
                .query(Boolean.class)
                .single();
        if (meet) {
            throw new Refused("time.refused.two-contracts");
        }
        return super.repoint(duplicate, kept);
    }
}
