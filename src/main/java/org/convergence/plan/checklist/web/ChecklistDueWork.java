package org.convergence.plan.checklist.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.checklist.ChecklistPermissions;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.plan.checklist.domain.OpenItems;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** What is open on each checklist, one line for the person in charge: a list of seventeen items is one thing to open. */
@Component
@Requires(ChecklistPermissions.EDIT)
class ChecklistDueWork implements DueWorkSource {

    private final Map<String, ChecklistSubject> subjects;

    ChecklistDueWork(List<ChecklistSubject> subjects) {
        this.subjects = subjects.stream().collect(Collectors.toMap(ChecklistSubject::kind, Function.identity()));
    }

    @Override
    public String sql() {
        return """
                SELECT i.kind, r.id, r.id AS subject, min(i.due_on) AS due_on, 'SET' AS day_kind, i.owner, 'OURS' AS place, r.title,
                       count(*) || ' ' || (array_agg(i.label ORDER BY i.due_on, i.position))[1] AS detail
                FROM plan.checklist_item i JOIN (%s) AS r ON r.kind = i.kind AND r.id = i.subject
                WHERE i.due_on IS NOT NULL AND %s
                GROUP BY i.kind, r.id, r.title, i.owner
                """.formatted(OpenItems.titles(subjects.values()), OpenItems.condition(subjects.values()));
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String[] open = Objects.requireNonNull(row.detail()).split(" ", 2);
        return new DueWork(
                "plan.checklist/" + row.subject() + (row.owner() == null ? "" : "/" + row.owner()),
                t.say("checklist.due", Objects.requireNonNull(row.title())),
                Objects.requireNonNull(subjects.get(row.kind())).url(row.subject()) + "#checklist",
                t.say(
                        "checklist.due.detail",
                        open[1],
                        TextParser.wholeNumber(open[0]).orElse(1) - 1));
    }
}
