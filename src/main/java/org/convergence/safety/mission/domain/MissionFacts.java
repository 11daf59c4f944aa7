package org.convergence.safety.mission.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.geography.Country;
import org.convergence.safety.mission.MissionKind;
import org.convergence.safety.mission.MissionRisk;
import org.jspecify.annotations.Nullable;

/**
 * What is decided before a mission.
 *
 * @param title 1 to 200 characters, without names: the report shows it
 * @param purpose what it is for and how its risks are handled, 1 to 2,000 characters
 * @param lead the security lead, who does not travel; {@code null} while nobody is chosen
 * @param president the second watcher, who does not travel; {@code null} while nobody is chosen
 * @param legs in order, 1 to {@value MissionPolicy#MOST_LEGS}
 * @param lines the lines of the plan that it serves
 */
public record MissionFacts(
        String title,
        MissionKind kind,
        String purpose,
        MissionRisk risk,
        @Nullable PersonId lead,
        @Nullable PersonId president,
        Set<PersonId> travellers,
        List<MissionLeg> legs,
        Set<ActionId> lines) {

    public MissionFacts {
        travellers = Set.copyOf(travellers);
        legs = List.copyOf(legs);
        lines = Set.copyOf(lines);
    }

    MissionFacts withLead(PersonId person) {
        return new MissionFacts(title, kind, purpose, risk, person, president, travellers, legs, lines);
    }

    /** The countries of the first leg and of those reached by a day. */
    Set<Country> visitedBy(LocalDate day) {
        return legs.stream()
                .filter(leg -> leg.equals(legs.get(0)) || !leg.arrivesOn().isAfter(day))
                .map(MissionLeg::country)
                .collect(Collectors.toSet());
    }

    LocalDate startsOn() {
        return legs.get(0).arrivesOn();
    }

    LocalDate endsOn() {
        return legs.get(legs.size() - 1).leavesOn();
    }
}
