package org.convergence.plan.realisation.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.WorkedHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the sums of entered hours. The version of the realisation does not change: it covers only its own form. The
 * caller checks the permission.
 */
@Component
record JdbcWorkedHours(JdbcClient db) implements WorkedHours {

    @Override
    public void recount(
            Set<RealisationId> realisations,
            Function<Collection<RealisationId>, Map<RealisationId, WorkedHoursSum>> sums) {
        if (realisations.isEmpty()) {
            return;
        }
        db.sql("SELECT id FROM plan.realisation WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE")
                .param("ids", realisations.stream().map(RealisationId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        Map<RealisationId, WorkedHoursSum> known = sums.apply(realisations);
        realisations.forEach(id -> keep(id, known.getOrDefault(id, WorkedHoursSum.NONE)));
    }

    private void keep(RealisationId id, WorkedHoursSum sum) {
        db.sql("""
                        UPDATE plan.realisation SET worked_staff_hours = :staff, worked_volunteer_hours = :volunteers
                        WHERE id = :id AND (worked_staff_hours, worked_volunteer_hours)
                              IS DISTINCT FROM (CAST(:staff AS numeric), CAST(:volunteers AS numeric))
                        """)
                .param("id", id.value())
                .param("staff", sum.staff())
                .param("volunteers", sum.volunteers())
                .update();
    }
}
