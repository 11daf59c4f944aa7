package org.convergence.cooperation.project.web;

import java.util.Objects;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Submitted values, for those who approve them: one line for each period of a project. */
@Component
@Requires(ProjectPermissions.APPROVE)
class ValuesToApproveDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT 'APPROVAL' AS kind, e.id, e.project AS subject, coalesce(min(v.submitted_on), e.ends_on) + 7 AS due_on,
                       'PROPOSED' AS day_kind, CAST(NULL AS uuid) AS owner, 'OURS' AS place, p.title, count(*)::text AS detail
                FROM cooperation.project_value v
                JOIN cooperation.project_period e ON e.id = v.period
                JOIN cooperation.project p ON p.id = e.project
                WHERE v.state = 'SUBMITTED' AND e.locked_on IS NULL
                GROUP BY e.id, p.title
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        int values =
                TextParser.wholeNumber(Objects.requireNonNull(row.detail())).orElse(1);
        return new DueWork(
                "cooperation.project/period/" + row.id() + "/approval",
                t.say("project.due.approve", values),
                ProjectPage.url(new ProjectId(row.subject())) + "/results?period=" + row.id(),
                Objects.requireNonNull(row.title()));
    }
}
