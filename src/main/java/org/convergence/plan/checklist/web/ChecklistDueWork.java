package org.convergence.plan.checklist.web;

import java.util.Objects;
import org.convergence.plan.checklist.ChecklistPermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Open items of checklists, for the person in charge. */
@Component
class ChecklistDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return ChecklistPermissions.EDIT;
    }

    @Override
    public String sql() {
        return """
                SELECT 'ITEM' AS kind, id, subject, due_on, owner, 'OURS' AS place, label AS title, NULL AS detail
                FROM plan.checklist_item WHERE done_on IS NULL AND due_on IS NOT NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "plan.checklist/" + row.id(),
                t.say("checklist.due", Objects.requireNonNull(row.title())),
                "/plan/checklist/" + row.id(),
                null);
    }
}
