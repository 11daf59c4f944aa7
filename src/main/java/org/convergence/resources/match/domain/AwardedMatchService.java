package org.convergence.resources.match.domain;

import org.convergence.platform.access.Open;
import org.convergence.resources.grant.AgreementAwarded;
import org.convergence.resources.grant.AwardUndone;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes the match that a call asked as the clause of the agreement that it opened, to be completed there. */
@Service
@Transactional
public class AwardedMatchService {

    private final JdbcClient db;

    AwardedMatchService(JdbcClient db) {
        this.db = db;
    }

    /** A percent of the whole cost, as calls write it; nothing if it would leave no grant. */
    @EventListener
    @Open("handles an authorised acceptance")
    public void awarded(AgreementAwarded event) {
        db.sql("""
                        INSERT INTO resources.match_clause
                               (agreement, clause, base, figure, wage_subsidies, in_kind_in_cost, proposed)
                        SELECT :agreement, '', 'COST', CAST(:percent AS numeric), 0, false, true
                        WHERE CAST(:percent AS numeric) BETWEEN 1 AND 99
                        """)
                .param("agreement", event.agreement().value())
                .param("percent", event.matchPercent())
                .update();
    }

    /** What nobody completed goes with the award; a clause that someone typed or saved keeps the agreement. */
    @EventListener
    @Open("handles an authorised undoing")
    public void undone(AwardUndone event) {
        db.sql("DELETE FROM resources.match_clause WHERE agreement = ? AND proposed")
                .param(event.agreement().value())
                .update();
    }
}
