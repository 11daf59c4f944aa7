package org.convergence.safety.incident.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.platform.access.CurrentActor;
import org.convergence.safety.incident.IncidentPermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lessons of an incident as tasks of the team. The people who apply them see the lesson and the code, and not the
 * incident. The restricted form has none.
 */
@Component
record IncidentChecklist(JdbcClient db) implements ChecklistSubject {

    @Override
    public String kind() {
        return SafetyIncidentService.KIND;
    }

    @Override
    public String titles() {
        return "SELECT id, 'Incident ' || code AS title FROM safety.incident WHERE kind <> 'SEXUAL_VIOLENCE'";
    }

    @Override
    public String url(UUID id) {
        return "/safety/incident/" + id + "/lessons";
    }

    @Override
    public Optional<ChecklistRecord> find(UUID id) {
        return CurrentActor.get().may(IncidentPermissions.NOTE)
                ? db.sql(titles() + " AND id = ?")
                        .param(id)
                        .query((row, n) -> new ChecklistRecord(row.getString("title"), url(id), true))
                        .optional()
                : Optional.empty();
    }
}
