package org.convergence.outreach.event.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.platform.access.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was promised to a sponsor, as tasks with their proof. */
@Component
record SponsorshipChecklist(JdbcClient db) implements ChecklistSubject {

    @Override
    public String kind() {
        return SponsorshipService.KIND;
    }

    @Override
    public String titles() {
        return """
                SELECT s.id, o.name || ', ' || e.name AS title FROM outreach.event_sponsorship s
                  JOIN outreach.event e ON e.id = s.event JOIN directory.people_organisation_name o ON o.id = s.organisation""";
    }

    @Override
    public String url(UUID id) {
        return "/outreach/event/sponsorships/" + id;
    }

    @Override
    public Optional<ChecklistRecord> find(UUID id) {
        return CurrentActor.get().may(EventPermissions.READ)
                ? db.sql(titles() + " WHERE s.id = ?")
                        .param(id)
                        .query((row, n) -> new ChecklistRecord(
                                row.getString("title"),
                                url(id),
                                CurrentActor.get().may(EventPermissions.EDIT)))
                        .optional()
                : Optional.empty();
    }
}
