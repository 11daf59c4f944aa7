package org.convergence.cooperation.fieldwork.web;

import java.util.Objects;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** What partners sent and waits for us: one line for each partner, three days after the first of it came. */
@Component
class FieldworkDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return FieldworkPermissions.READ;
    }

    @Override
    public String actPermission() {
        return FieldworkPermissions.FOLLOW;
    }

    @Override
    public String sql() {
        return """
                SELECT 'ENTRIES' AS kind, e.organisation AS id, e.organisation AS subject, min(e.received_on) + 3 AS due_on,
                       p.our_lead AS owner, 'OURS' AS place, o.name AS title, count(*)::text AS detail
                FROM cooperation.fieldwork_entry e
                JOIN directory.people_organisation_name o ON o.id = e.organisation
                LEFT JOIN cooperation.partner_relation p ON p.organisation = e.organisation
                WHERE e.state = 'WAITING' GROUP BY e.organisation, o.name, p.our_lead
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        int waiting =
                TextParser.wholeNumber(Objects.requireNonNull(row.detail())).orElse(1);
        return new DueWork(
                "cooperation.fieldwork/" + row.id(),
                t.say("fieldwork.due", Objects.requireNonNull(row.title())),
                PartnerEntryPage.LIST,
                t.say("fieldwork.due.detail", waiting));
    }
}
