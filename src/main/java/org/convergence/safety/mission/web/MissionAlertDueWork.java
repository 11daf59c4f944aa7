package org.convergence.safety.mission.web;

import java.util.Objects;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.domain.OpenAlerts;
import org.springframework.stereotype.Component;

/** Open alerts, for the people who watch over the mission and for nobody else. */
@Component
@Requires(MissionPermissions.WATCH)
class MissionAlertDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT a.kind, m.id, m.id AS subject, a.since AS due_on, 'SINCE' AS day_kind, a.watcher AS owner, 'ALARM' AS place, m.title,
                       NULL AS detail
                FROM (%s) AS a JOIN safety.mission m ON m.id = a.mission
                """.formatted(OpenAlerts.SQL);
    }

    /** The Monday mail shows the first line alone, which names no mission. */
    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "safety.mission/" + row.kind() + "/" + row.id(),
                t.say("mission.alert." + row.kind()),
                MissionPage.url(new MissionId(row.subject())) + "/watch",
                Objects.requireNonNull(row.title()));
    }
}
