package org.convergence.safety.mission.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionIncidentSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes check-ins, calls and links each night, {@value #DAYS} days after the return (R-L25-23). Before a return is
 * recorded nothing is deleted, however late it is: that is when it is needed; nor while an open incident cites it.
 */
@Component
@Recurrence(name = "mission-sweep", cron = "0 50 4 * * *")
record MissionCleanup(
        JdbcClient db,
        SealedDataRepository sealed,
        List<MissionIncidentSource> incidents,
        OrganisationSettings settings)
        implements RecurringWork {

    static final int DAYS = 30;

    @Override
    public void run() {
        String cited = incidents.stream()
                .map(each -> " AND m.id NOT IN (" + each.cited() + ")")
                .collect(Collectors.joining());
        List<UUID> over = db.sql("""
                        SELECT id FROM safety.mission m WHERE ended_on < ? AND (
                            EXISTS (SELECT FROM safety.mission_check_in c WHERE c.mission = m.id)
                            OR EXISTS (SELECT FROM safety.mission_call c WHERE c.mission = m.id)
                            OR EXISTS (SELECT FROM safety.mission_sealed s WHERE s.mission = m.id)
                            OR EXISTS (SELECT FROM safety.mission_link l WHERE l.mission = m.id))
                        """ + cited)
                .param(settings.today().minusDays(DAYS))
                .query(UUID.class)
                .list();
        over.forEach(mission -> {
            for (String table : List.of("mission_link", "mission_call", "mission_check_in")) {
                db.sql("DELETE FROM safety." + table + " WHERE mission = ?")
                        .param(mission)
                        .update();
            }
            sealed.delete(new MissionId(mission));
        });
    }
}
