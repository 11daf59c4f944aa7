package org.convergence.resources.grant.web;

import java.util.Objects;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.springframework.stereotype.Component;

/** Deliverables and instalments of agreements. */
@Component
@Requires(GrantPermissions.READ)
@RequiresToAct(GrantPermissions.EDIT)
class AgreementDueWork implements DueWorkSource {

    /** A report to a funder is not written in a fortnight. */
    @Override
    public int daysAhead() {
        return 30;
    }

    @Override
    public String sql() {
        return """
                SELECT d.kind, d.id, d.agreement AS subject, d.due_on, 'SET' AS day_kind, d.owner,
                       CASE d.kind WHEN 'INSTALMENT' THEN 'OTHERS' ELSE 'OURS' END AS place, a.title, d.what AS detail
                FROM resources.grant_agreement_due d JOIN resources.grant_agreement a ON a.id = d.agreement
                WHERE d.done_on IS NULL AND a.closed_on IS NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String title = Objects.requireNonNull(row.title());
        String url = AgreementPage.url(new AgreementId(row.subject()));
        String detail = Objects.requireNonNull(row.detail());
        String what =
                switch (AgreementDueKind.valueOf(row.kind())) {
                    case DELIVERABLE -> detail;
                    case INSTALMENT -> t.say("grant.agreement.instalment-due", detail);
                    case REFUND -> t.say("grant.agreement.refund-due", detail);
                };
        return new DueWork("resources.grant/due/" + row.id(), what, url, title);
    }
}
