package org.convergence.directory.secondlook.web;

import org.convergence.directory.secondlook.SecondLookPermissions;
import org.convergence.directory.secondlook.domain.SecondLookService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** An answer that is late, and a comment that the team has not seen yet. */
@Component
@Requires(SecondLookPermissions.READ)
@RequiresToAct(SecondLookPermissions.ASK)
record SecondLookDueWork(SecondLookService looks) implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT i.state AS kind, i.id, i.record AS subject,
                       CAST(CASE i.state WHEN 'ASKED' THEN i.asked_at ELSE i.answered_at END
                                AT TIME ZONE (SELECT zone FROM platform.settings_zone) AS date)
                           + CASE i.state WHEN 'ASKED' THEN 1 ELSE 0 END AS due_on, CASE i.state WHEN 'ASKED' THEN 'PROPOSED' ELSE 'SINCE' END AS day_kind,
                       NULL::uuid AS owner, CASE i.state WHEN 'ASKED' THEN 'OTHERS' ELSE 'OURS' END AS place,
                       i.title, i.url AS detail
                  FROM directory.secondlook_invitation i WHERE i.state IN ('ASKED', 'COMMENTED')
                """;
    }

    @Override
    public boolean isFor(DueWorkRow row) {
        return looks.isReadable(row.id()) && (!row.kind().equals("ASKED") || looks.isAwaited(row.id()));
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "directory.secondlook/" + row.id(),
                t.say("secondlook.due." + row.kind(), looks.findTitle(row.id())),
                String.valueOf(row.detail()),
                null);
    }
}
