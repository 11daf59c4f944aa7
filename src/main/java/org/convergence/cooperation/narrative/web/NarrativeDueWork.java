package org.convergence.cooperation.narrative.web;

import java.util.Objects;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.domain.NarrativeReportService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Reports for which a second look was asked, for those who may approve them. */
@Component
@Requires(NarrativePermissions.APPROVE)
record NarrativeDueWork(NarrativeReportService reports) implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT 'REVIEW' AS kind, r.id, r.id AS subject, coalesce(r.submitted_on + 7, r.ends_on) AS due_on, 'PROPOSED' AS day_kind, CAST(NULL AS uuid) AS owner,
                       'OURS' AS place, r.title, CAST(r.submitted_by AS text) AS detail
                FROM cooperation.narrative_report r WHERE r.state = 'SUBMITTED'
                """;
    }

    @Override
    public boolean isFor(DueWorkRow row) {
        return reports.mayApprove(
                row.detail() == null ? null : TextParser.id(row.detail()).orElse(null));
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "cooperation.narrative/" + row.id() + "/review",
                t.say("narrative.due.review", Objects.requireNonNull(row.title())),
                "/cooperation/narrative/" + row.id(),
                null);
    }
}
