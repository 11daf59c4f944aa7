package org.convergence.plan.volunteering.web;

import java.util.Objects;
import org.convergence.plan.volunteering.VolunteerTaskId;
import org.convergence.plan.volunteering.VolunteeringPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Tasks whose day comes though places are free, and those whose people have not said what they did. */
@Component
@Requires(VolunteeringPermissions.READ)
@RequiresToAct(VolunteeringPermissions.OFFER)
class VolunteeringDueWork implements DueWorkSource {

    @Override
    public int daysAhead() {
        return 7;
    }

    @Override
    public String sql() {
        return """
                SELECT 'FREE' AS kind, k.id, k.id AS subject, k.due_on, 'SET' AS day_kind, k.responsible AS owner, 'OURS' AS place,
                       k.what AS title, NULL::text AS detail
                FROM plan.volunteering_task k
                WHERE k.closed_on IS NULL AND k.places > (SELECT count(*) FROM plan.volunteering_sign_up s
                                                           WHERE s.task = k.id AND s.state <> 'RELEASED')
                UNION ALL
                SELECT 'DONE', k.id, k.id, k.due_on + 1, 'PROPOSED', k.responsible, 'OURS', k.what, NULL
                FROM plan.volunteering_task k
                WHERE EXISTS (SELECT FROM plan.volunteering_sign_up s WHERE s.task = k.id AND s.state = 'TAKEN')
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "plan.volunteering/" + row.id() + "/" + row.kind(),
                t.say("volunteering.due." + row.kind(), Objects.requireNonNullElse(row.title(), "")),
                VolunteeringPage.url(new VolunteerTaskId(row.subject())),
                null);
    }
}
