package org.convergence.cooperation.project.web;

import java.util.Objects;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Periods whose results are expected, 15 days after they end and until they are locked; and the ends of projects. */
@Component
class ProjectDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return ProjectPermissions.READ;
    }

    @Override
    public String actPermission() {
        return ProjectPermissions.EDIT;
    }

    @Override
    public String sql() {
        return """
                SELECT 'RESULTS' AS kind, e.id, e.project AS subject, e.ends_on + 15 AS due_on, p.lead AS owner,
                       'OURS' AS place, p.title, CAST(NULL AS text) AS detail
                FROM cooperation.project_period e JOIN cooperation.project p ON p.id = e.project
                WHERE e.locked_on IS NULL
                  AND EXISTS (SELECT FROM cooperation.project_indicator i WHERE i.project = p.id)
                UNION ALL
                SELECT 'END', id, id, ends_on, lead, 'CALENDAR', title, NULL FROM cooperation.project
                WHERE ends_on IS NOT NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String title = Objects.requireNonNull(row.title());
        String url = ProjectPage.url(new ProjectId(row.subject()));
        return row.kind().equals("END")
                ? new DueWork("cooperation.project/" + row.id() + "/end", t.say("project.due.end", title), url, null)
                : new DueWork(
                        "cooperation.project/period/" + row.id(),
                        t.say("project.due.results"),
                        url + "/results?period=" + row.id(),
                        title);
    }
}
