package org.convergence.safety.incident.domain;

import java.time.LocalDate;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Tone;
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

    /** The moments in which an incident is told (R-SAFE-1). */
    public enum IncidentMoment {
        ORAL,
        /** Taken by the crisis cell (R-SEC-8). */
        DECISION,
        WRITTEN,
        UPDATE,
        AFTER;

        /** Key of its name in the messages. */
        public String key() {
            return "incident.moment." + name();
        }
    }

    /** The recipients of notices about an incident. */
    public enum IncidentNoticeKind {
        FAMILY,
        INSURER,
        EMBASSY,
        PARTNER,
        BOARD,
        FUNDER,
        WORK_SAFETY,
        POLICE;

        /** Key of its name in the messages. */
        public String key() {
            return "incident.notice." + name();
        }
    }

    /** How grave an incident is, or could have been. */
    public enum IncidentSeverity {
        MINOR(Tone.REST),
        MODERATE(Tone.AHEAD),
        SERIOUS(Tone.WARN),
        CRITICAL(Tone.BAD);

        private final Tone tone;

        IncidentSeverity(Tone tone) {
            this.tone = tone;
        }

        /** Whether it is told by telephone at once and written within a day (R-SAFE-1). */
        public boolean isSerious() {
            return this == SERIOUS || this == CRITICAL;
        }

        public Tone tone() {
            return tone;
        }

        /** Key of its name in the messages. */
        public String key() {
            return "incident.severity." + name();
        }
    }
}
