package org.convergence.cooperation.fieldwork.web;

import java.util.Objects;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * What partners sent and waits for us, three days after the first of it came, and the drafts that a partner did not confirm
 * in a week: one line for each partner.
 */
@Component
@Requires(FieldworkPermissions.READ)
@RequiresToAct(FieldworkPermissions.FOLLOW)
class FieldworkDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT CASE e.state WHEN 'DRAFT' THEN 'DRAFTS' ELSE 'ENTRIES' END AS kind, e.organisation AS id, e.organisation AS subject,
                       min(e.received_on) + CASE e.state WHEN 'DRAFT' THEN 7 ELSE 3 END AS due_on, 'PROPOSED' AS day_kind,
                       p.our_lead AS owner, 'OURS' AS place, o.name AS title, count(*)::text AS detail
                FROM cooperation.fieldwork_entry e
                JOIN directory.people_organisation_name o ON o.id = e.organisation
                LEFT JOIN cooperation.partner_relation p ON p.organisation = e.organisation
                WHERE e.state IN ('WAITING', 'DRAFT') GROUP BY e.state, e.organisation, o.name, p.our_lead
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        int waiting =
                TextParser.wholeNumber(Objects.requireNonNull(row.detail())).orElse(1);
        boolean isDraft = row.kind().equals("DRAFTS");
        return new DueWork(
                "cooperation.fieldwork/" + row.id() + (isDraft ? "/drafts" : ""),
                t.say(isDraft ? "fieldwork.due.drafts" : "fieldwork.due", Objects.requireNonNull(row.title())),
                PartnerEntryPage.LIST + (isDraft ? "?state=DRAFT" : ""),
                t.say(isDraft ? "fieldwork.due.drafts.detail" : "fieldwork.due.detail", waiting));
    }
}
