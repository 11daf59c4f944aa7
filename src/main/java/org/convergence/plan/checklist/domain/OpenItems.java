package org.convergence.plan.checklist.domain;

import java.util.Collection;
import java.util.stream.Collectors;
import org.convergence.plan.checklist.ChecklistSubject;

/** Tells which items are open: completed by nobody, and by no fact of their record. */
public final class OpenItems {

    private OpenItems() {}

    /** The condition on items, as {@code i}. */
    public static String condition(Collection<ChecklistSubject> subjects) {
        return "(i.done_on IS NULL AND NOT " + fulfilled(subjects) + ")";
    }

    /** A SELECT of {@code kind}, {@code id} and {@code title} of all records with checklists. */
    public static String titles(Collection<ChecklistSubject> subjects) {
        return subjects.stream()
                .map(each -> "SELECT '%s' AS kind, named.id, named.title FROM (%s) AS named"
                        .formatted(each.kind(), each.titles()))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** The condition on items that a fact of their record completes, as {@code i}. */
    static String fulfilled(Collection<ChecklistSubject> subjects) {
        String conditions = subjects.stream()
                .filter(each -> each.fulfilled() != null)
                .map(each -> "(i.kind = '%s' AND (i.subject, i.code) IN (SELECT f.subject, f.code FROM (%s) AS f))"
                        .formatted(each.kind(), each.fulfilled()))
                .collect(Collectors.joining(" OR "));
        return conditions.isEmpty() ? "false" : "(i.code IS NOT NULL AND (" + conditions + "))";
    }
}
