package org.convergence.plan.checklist.domain;

import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Completes once the items that records of a group have in common, such as those of a mission and of its interns. */
@Component
record SharedItemCompleter(ObjectProvider<ChecklistSubject> subjects, OrganisationSettings settings, JdbcClient db) {

    /**
     * Completes the same point of the members of a group where it needs no proof of its own, or of the group once all its
     * members have it and nobody else belongs to it.
     */
    void complete(ChecklistItem item) {
        if (item.shared() == null) {
            return;
        }
        for (ChecklistSubject each : subjects.stream().toList()) {
            String members = each.members();
            if (members != null && item.kind().equals(each.groupKind())) {
                complete(
                        "NOT i.needs_proof AND i.subject IN (SELECT m.subject FROM (%s) m WHERE m.group_subject = :subject)"
                                .formatted(members),
                        each.kind(),
                        item);
            } else if (members != null && item.kind().equals(each.kind())) {
                complete("""
                        i.subject IN (
                            SELECT m.group_subject FROM (%1$s) m
                            LEFT JOIN plan.checklist_item o ON o.subject = m.subject AND o.shared = :shared
                                                               AND o.done_on IS NOT NULL
                            GROUP BY m.group_subject HAVING count(o.id) = count(*) AND max(m.others) = 0
                               AND bool_or(m.subject = :subject))""".formatted(members), String.valueOf(each.groupKind()), item);
            }
        }
    }

    private void complete(String condition, String kind, ChecklistItem item) {
        db.sql("UPDATE plan.checklist_item i SET done_on = :today, version = version + 1"
                        + " WHERE i.kind = :kind AND i.shared = :shared AND i.done_on IS NULL AND " + condition)
                .param("today", settings.today())
                .param("kind", kind)
                .param("shared", item.shared())
                .param("subject", item.subject())
                .update();
    }
}
