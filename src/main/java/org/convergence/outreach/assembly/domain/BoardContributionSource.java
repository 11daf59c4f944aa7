package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.plan.realisation.ContributionSource;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells in which coming board meeting a realisation will be reported. */
@Component
@Order(15)
record BoardContributionSource(JdbcClient db, OrganisationSettings settings) implements ContributionSource {

    @Override
    public List<String> describe(RecordedEvidence what, Words t) {
        DayRange when = what.when();
        if (what.actions().isEmpty() || !CurrentActor.get().may(AssemblyPermissions.READ)) {
            return List.of();
        }
        LocalDate today = settings.today();
        return db.sql("""
                        SELECT b.code, m.begins FROM outreach.assembly_meeting m
                        JOIN outreach.assembly_body b ON b.id = m.body
                        WHERE b.kind = 'BOARD' AND m.state = 'PLANNED' AND m.begins >= :today AND m.begins >= :done
                          AND NOT EXISTS (SELECT FROM outreach.assembly_meeting past
                                          WHERE past.body = m.body AND past.state = 'HELD' AND past.begins >= :after)
                        ORDER BY m.begins, m.id LIMIT 1
                        """)
                .param("today", today.atStartOfDay())
                .param("done", when.to().atStartOfDay())
                .param("after", when.to().plusDays(1).atStartOfDay())
                .query((row, n) -> t.say(
                        "assembly.counts",
                        row.getString("code"),
                        row.getObject("begins", LocalDateTime.class).toLocalDate()))
                .list();
    }
}
