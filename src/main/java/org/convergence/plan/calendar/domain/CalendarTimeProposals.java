package org.convergence.plan.calendar.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.time.TimeProposalSource;
import org.convergence.platform.access.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proposes the hours of past calendar entries: on the actions found in their titles, else as running the office; an
 * entry that a colleague recorded, with its realisation. The user's own realisations are proposed by their module;
 * dismissed entries are left out.
 */
@Component
record CalendarTimeProposals(WaitingEntryQueries waitingEntries, JdbcClient db) implements TimeProposalSource {

    @Override
    public List<ProposedHours> propose(PersonId me, List<LocalDate> days, Collection<LocalDate> working) {
        if (!CurrentActor.get().may(CalendarPermissions.OWN)) {
            return List.of();
        }
        List<WaitingEntry> past = waitingEntries.findPastEvents(days.get(0), days.get(days.size() - 1));
        Map<RealisationId, Set<ActionId>> theirs = findColleaguesActions(
                past.stream().flatMap(it -> Stream.ofNullable(it.said())).toList());
        Map<Object, ProposedHours> found = new LinkedHashMap<>();
        for (WaitingEntry it : past) {
            RealisationId said = it.said();
            BigDecimal hours = it.hours();
            Set<ActionId> actions = said == null ? it.guess().actions() : theirs.get(said);
            if (hours != null && actions != null) {
                var proposed = new ProposedHours(it.day(), hours, actions, said, later(it.endsAt(), it.seenAt()));
                // The same meeting may be in two calendars under two ids.
                found.merge(said == null ? it.id() : List.of(said, it.day()), proposed, CalendarTimeProposals::longer);
            }
        }
        return List.copyOf(found.values());
    }

    /** The realisations recorded by other people, with the actions that they served. */
    private Map<RealisationId, Set<ActionId>> findColleaguesActions(List<RealisationId> said) {
        Map<RealisationId, Set<ActionId>> theirs = new HashMap<>();
        db.sql("""
                        SELECT r.id, ARRAY(SELECT s.action::text FROM plan.realisation_line s
                                           JOIN plan.actionplan_line a ON a.id = s.action AND NOT a.dropped
                                           WHERE s.realisation = r.id) AS actions
                        FROM plan.realisation_summary r
                        WHERE r.id = ANY (:said) AND r.state = 'DONE' AND r.recorded_by <> :me
                        """)
                .param("said", said.stream().map(RealisationId::value).toArray(UUID[]::new))
                .param("me", CurrentActor.get().id())
                .query((row, n) -> theirs.put(
                        new RealisationId(row.getObject("id", UUID.class)),
                        Arrays.stream((String[]) row.getArray("actions").getArray())
                                .map(id -> new ActionId(UUID.fromString(id)))
                                .collect(Collectors.toSet())))
                .list();
        return theirs;
    }

    private static ProposedHours longer(ProposedHours one, ProposedHours other) {
        return one.hours().compareTo(other.hours()) >= 0 ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
