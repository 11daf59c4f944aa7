package org.convergence.resources.subsidy.web;

import java.util.Objects;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyClaimId;
import org.convergence.resources.subsidy.SubsidyId;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.SubsidyStepKind;
import org.springframework.stereotype.Component;

/** The days of steps and of claims to send. The subsidised person is not named. */
@Component
class SubsidyDueWork implements DueWorkSource {

    private static final String CLAIM = "CLAIM";

    @Override
    public String permission() {
        return SubsidyPermissions.MANAGE;
    }

    @Override
    public String sql() {
        return """
                SELECT w.kind, w.id, w.subsidy AS subject, w.due_on, s.responsible AS owner, 'OURS' AS place,
                       g.name AS title, s.position AS detail
                FROM (SELECT kind, subsidy AS id, subsidy, due_on FROM resources.subsidy_step WHERE done_on IS NULL
                      UNION ALL
                      SELECT 'CLAIM', id, subsidy, due_on FROM resources.subsidy_claim WHERE state = 'PREPARED') AS w
                JOIN resources.subsidy s ON s.id = w.subsidy AND s.state IN ('ASKED', 'APPROVED')
                JOIN resources.subsidy_programme g ON g.id = s.programme
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        boolean isClaim = row.kind().equals(CLAIM);
        String what = t.say(
                isClaim
                        ? "subsidy.due.claim"
                        : SubsidyStepKind.valueOf(row.kind()).key());
        return new DueWork(
                isClaim
                        ? "resources.subsidy/claim/" + row.id()
                        : "resources.subsidy/" + row.subject() + "/" + row.kind(),
                t.say("subsidy.due", what, Objects.requireNonNull(row.title()), Objects.requireNonNull(row.detail())),
                isClaim ? SubsidyMenu.url(new SubsidyClaimId(row.id())) : SubsidyMenu.url(new SubsidyId(row.subject())),
                null);
    }
}
