package org.convergence.plan.howto.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.realisation.RealisationChanged;
import org.convergence.plan.realisation.RealisationRecorded;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the last use of a how-to: opened from its action by a person with the permission to answer, or its action was
 * done. The person is not recorded.
 */
@Service
@Transactional
public class HowToUseService {

    private final JdbcClient db;
    private final OrganisationSettings settings;

    HowToUseService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** Records a use of a how-to today. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @Requires(HowToPermissions.ANSWER)
    public void recordUseToday(HowToId id) {
        LocalDate today = settings.today();
        db.sql("""
                        INSERT INTO plan.howto_use (howto, used_on) SELECT id, :day FROM plan.howto WHERE id = :id
                        ON CONFLICT (howto) DO UPDATE SET used_on = :day WHERE howto_use.used_on < :day
                        """).param("day", today).param("id", id.value()).update();
    }

    /** Records the use of the how-tos of a recorded realisation's actions; idempotent. */
    @EventListener
    @Open("handles an authorised recording")
    public void recorded(RealisationRecorded event) {
        recordUse(event.state(), event.to(), event.actions());
    }

    /** As {@link #recorded}, for a changed realisation. */
    @EventListener
    @Open("handles an authorised change")
    public void changed(RealisationChanged event) {
        recordUse(event.state(), event.to(), event.actions());
    }

    private void recordUse(RealisationState state, LocalDate day, Collection<UUID> actions) {
        if (state == RealisationState.DONE && !actions.isEmpty()) {
            db.sql("""
                            INSERT INTO plan.howto_use (howto, used_on)
                            SELECT DISTINCT howto, CAST(:day AS date) FROM plan.howto_line WHERE action = ANY (:actions)
                            ON CONFLICT (howto) DO UPDATE SET used_on = excluded.used_on
                            WHERE howto_use.used_on < excluded.used_on
                            """)
                    .param("day", day)
                    .param("actions", actions.toArray(UUID[]::new))
                    .update();
        }
    }
}
