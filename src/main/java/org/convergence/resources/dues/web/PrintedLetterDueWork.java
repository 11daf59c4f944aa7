package org.convergence.resources.dues.web;

import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.springframework.stereotype.Component;

/** Unsettled invoices and their reminders on paper, until a delivery is noted; a week after they were made. */
@Component
@Requires(DuesPermissions.READ)
@RequiresToAct(DuesPermissions.CALL)
class PrintedLetterDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT 'PRINTED' AS kind, d.call AS id, d.call AS subject,
                       min((l.posted_at AT TIME ZONE (SELECT zone FROM platform.settings_zone))::date) + 7 AS due_on, 'PROPOSED' AS day_kind,
                       NULL::uuid AS owner, 'OURS' AS place, c.name AS title, count(*)::text AS detail
                FROM resources.dues_letter l
                JOIN resources.dues_invoice d ON d.invoice = l.invoice
                JOIN resources.dues_call c ON c.id = d.call
                JOIN resources.ledger_issued_invoice i ON i.id = l.invoice
                WHERE NOT l.by_mail
                  AND i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_payment WHERE invoice = i.id)
                              + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_reduction WHERE invoice = i.id)
                  AND l.id NOT IN (SELECT s.record_id FROM platform.mail_letter_status s
                                   WHERE s.matter = 'dues_letter' AND s.record_id IS NOT NULL)
                GROUP BY d.call, c.name
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        int letters = TextParser.wholeNumber(String.valueOf(row.detail())).orElse(0);
        return new DueWork(
                "resources.dues/printed/" + row.id(),
                t.say("dues.due.printed", letters, row.title()),
                DuesUrls.call(new CallId(row.subject())),
                null);
    }
}
