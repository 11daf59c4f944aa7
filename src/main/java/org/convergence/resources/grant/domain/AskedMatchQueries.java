package org.convergence.resources.grant.domain;

import java.util.Optional;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.AskedMatches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a call and its application said of a match, for pages whose use cases check the permission. */
@Component
record AskedMatchQueries(JdbcClient db) implements AskedMatches {

    @Override
    public Optional<AskedMatch> find(AgreementId agreement) {
        return db.sql("""
                        SELECT c.match_percent AS percent, c.currency,
                               (SELECT coalesce(sum(l.other), 0) FROM resources.grant_application_line l
                                WHERE l.application = a.id) AS other
                        FROM resources.grant_application a JOIN resources.grant_call c ON c.id = a.call
                        WHERE a.agreement = ?
                        """)
                .param(agreement.value())
                .query(RecordMapper.of(AskedMatch.class))
                .optional()
                .filter(asked -> asked.percent() != null || asked.other().signum() > 0);
    }
}
