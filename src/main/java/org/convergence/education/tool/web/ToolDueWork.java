package org.convergence.education.tool.web;

import java.util.Objects;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Legal deposits within 7 days (R-EDU-6), copies to print, kits to come back, consents that end. */
@Component
@Requires(ToolPermissions.READ)
@RequiresToAct(ToolPermissions.EDIT)
class ToolDueWork implements DueWorkSource {

    private final OrganisationSettings settings;

    ToolDueWork(OrganisationSettings settings) {
        this.settings = settings;
    }

    /** Once a consent is over, nothing is left to do where no copy is left: the file is offline by itself. */
    @Override
    public boolean isFor(DueWorkRow row) {
        return !row.kind().equals("CONSENT") || !row.dueOn().isBefore(settings.today());
    }

    @Override
    public String sql() {
        return """
                SELECT d.kind, e.id, t.id AS subject, e.published_on + 7 AS due_on, 'SET' AS day_kind, t.responsible AS owner, 'OURS' AS place,
                       t.title, e.label AS detail
                FROM education.tool_edition e JOIN education.tool t ON t.id = e.tool
                CROSS JOIN LATERAL (VALUES ('BANQ', e.banq_on), ('OTTAWA', e.ottawa_on)) d (kind, done_on)
                WHERE t.made_by IS NULL AND d.done_on IS NULL
                UNION ALL
                SELECT 'LOAN', l.id, l.tool, l.due_on, 'SET', t.responsible, 'OTHERS', t.title, l.copy
                FROM education.tool_loan l JOIN education.tool t ON t.id = l.tool WHERE l.returned_on IS NULL
                UNION ALL
                SELECT CASE WHEN EXISTS (
                           SELECT FROM education.tool_batch b WHERE b.edition = e.id AND b.copies > (
                               SELECT coalesce(sum(h.copies), 0) FROM education.tool_hand_out h WHERE h.batch = b.id))
                       THEN 'COPIES' ELSE 'CONSENT' END, c.id, t.id, c.until_on, 'SET', t.responsible, 'OURS', t.title, e.label
                FROM education.tool_consent c JOIN education.tool_edition e ON e.id = c.edition JOIN education.tool t ON t.id = e.tool
                WHERE c.withdrawn_on IS NULL AND c.until_on IS NOT NULL
                UNION ALL
                SELECT 'REORDER', t.id, t.id, s.last_on, 'SINCE', t.responsible, 'OURS', t.title, s.copies::text
                FROM education.tool t CROSS JOIN LATERAL (
                    SELECT sum(b.copies - coalesce(o.copies, 0)) AS copies, max(coalesce(o.last_on, b.printed_on)) AS last_on
                    FROM education.tool_edition e JOIN education.tool_batch b ON b.edition = e.id
                    LEFT JOIN LATERAL (
                        SELECT sum(h.copies) AS copies, max(h.handed_on) AS last_on
                        FROM education.tool_hand_out h WHERE h.batch = b.id) o ON true
                    WHERE e.tool = t.id) s
                WHERE t.reorder_at IS NOT NULL AND s.copies <= t.reorder_at
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "education.tool/" + row.kind() + "/" + row.id(),
                t.say(
                        "tool.due." + row.kind(),
                        Objects.requireNonNull(row.title()),
                        row.detail() == null ? "" : row.detail()),
                ToolPage.url(new ToolId(row.subject())),
                null);
    }
}
