package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.time.TimeProposalSource;
import org.convergence.platform.access.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proposes the hours of realisations that the actor recorded this week: the estimate, minus the hours entered by
 * others, on its days that are working days of the actor.
 */
@Component
record RealisationTimeProposals(JdbcClient db) implements TimeProposalSource {

    private record OwnRealisation(
            RealisationId id,
            LocalDate from,
            LocalDate to,
            BigDecimal hours,
            Set<ActionId> actions,
            OffsetDateTime since) {}

    @Override
    public List<ProposedHours> propose(PersonId me, List<LocalDate> days, Collection<LocalDate> working) {
        List<ProposedHours> proposed = new ArrayList<>();
        for (OwnRealisation each : happened(me, days.get(0), days.get(6))) {
            List<LocalDate> on = days.stream()
                    .filter(day -> !day.isBefore(each.from()) && !day.isAfter(each.to()))
                    .toList();
            List<LocalDate> worked = on.stream().filter(working::contains).toList();
            List<LocalDate> shared = worked.isEmpty() ? on : worked;
            List<BigDecimal> parts = WeekSheetPolicy.split(each.hours(), shared.size());
            for (int i = 0; i < shared.size(); i++) {
                if (parts.get(i).signum() > 0) {
                    proposed.add(new ProposedHours(
                            shared.get(i),
                            parts.get(i).min(BigDecimal.valueOf(24)),
                            each.actions(),
                            each.id(),
                            each.since().toInstant()));
                }
            }
        }
        return proposed;
    }

    /** A realisation that extends over the end of the week is proposed whole in the week of its last day. */
    private List<OwnRealisation> happened(PersonId me, LocalDate monday, LocalDate sunday) {
        return db
                .sql("""
                        SELECT r.id, r.starts_on, r.ends_on, r.recorded_at,
                               coalesce(r.staff_hours, r.volunteer_hours)
                                   - coalesce((SELECT sum(e.hours) FROM plan.time_entry e
                                               WHERE e.realisation = r.id AND e.person <> :me), 0) AS hours,
                               ARRAY(SELECT s.action::text FROM plan.realisation_line s
                                     JOIN plan.actionplan_line a ON a.id = s.action AND NOT a.dropped
                                     WHERE s.realisation = r.id ORDER BY s.action) AS actions
                        FROM plan.realisation_summary r
                        WHERE r.state = 'DONE' AND r.ends_on BETWEEN :monday AND :sunday AND r.recorded_by = :account
                          AND coalesce(r.staff_hours, r.volunteer_hours) > 0
                        ORDER BY r.ends_on, r.id
                        """)
                .param("me", me.value())
                .param("account", CurrentActor.get().id())
                .param("monday", monday)
                .param("sunday", sunday)
                .query((row, n) -> new OwnRealisation(
                        new RealisationId(row.getObject("id", UUID.class)),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getBigDecimal("hours"),
                        actions((String[]) row.getArray("actions").getArray()),
                        row.getObject("recorded_at", OffsetDateTime.class)))
                .list()
                .stream()
                .filter(each -> each.hours().signum() > 0)
                .toList();
    }

    private static Set<ActionId> actions(String[] ids) {
        return new HashSet<>(
                Arrays.stream(ids).map(id -> new ActionId(UUID.fromString(id))).toList());
    }
}
