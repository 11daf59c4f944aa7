package org.convergence.safety.incident.domain;

import java.time.LocalDate;
import org.convergence.directory.people.PersonId;
import org.convergence.safety.incident.IncidentSeverity;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.risk.ThreatKind;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident, without what is told.
 *
 * @param severity {@code null} on the restricted form
 * @param nearMiss whether nothing happened in the end
 * @param happenedTime {@code HH:mm} at the place; {@code null} if unknown
 * @param zone the time zone of the place
 * @param lead the security lead; {@code null} on the restricted form
 * @param privacy whether personal data was seen, lost or stolen
 * @param followUpOn the next day to ask how the person is; only on the restricted form
 */
public record SafetyIncidentFacts(
        ThreatKind kind,
        @Nullable IncidentSeverity severity,
        boolean nearMiss,
        LocalDate happenedOn,
        @Nullable String happenedTime,
        String zone,
        @Nullable MissionId mission,
        @Nullable PersonId lead,
        @Nullable PersonId president,
        boolean privacy,
        @Nullable LocalDate followUpOn) {

    /** The facts of the restricted form, which are few. */
    public static SafetyIncidentFacts restricted(LocalDate happenedOn, String zone, @Nullable LocalDate followUpOn) {
        return new SafetyIncidentFacts(
                ThreatKind.SEXUAL_VIOLENCE, null, false, happenedOn, null, zone, null, null, null, false, followUpOn);
    }

    /** Whether it is on the restricted form. */
    public boolean isRestricted() {
        return kind == ThreatKind.SEXUAL_VIOLENCE;
    }
}
