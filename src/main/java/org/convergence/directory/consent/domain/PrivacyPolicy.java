package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;

/** What the law on personal data asks for by when (R-L25-11, R-L25-15…17). */
final class PrivacyPolicy {

    private static final int DAYS_TO_ANSWER = 30;
    private static final int YEARS_KEPT = 5;

    private PrivacyPolicy() {}

    /** The last day on which a request is answered in time; silence is a refusal. */
    static LocalDate answeredBy(LocalDate receivedOn) {
        return receivedOn.plusDays(DAYS_TO_ANSWER);
    }

    /** When one was received that is answered by that day. */
    static LocalDate receivedWhereAnsweredBy(LocalDate day) {
        return day.minusDays(DAYS_TO_ANSWER);
    }

    /** How long an incident stays in the register at least. */
    static LocalDate keptUntil(LocalDate knownOn) {
        return knownOn.plusYears(YEARS_KEPT);
    }

    /** Whether a notice is still owed, to the commission or to those concerned: of a serious one only. */
    static boolean owesNotice(IncidentFacts it) {
        return it.serious() && (it.commissionTold() == null || it.personsTold() == null);
    }

    /** Refuses what cannot have been. */
    static void requirePossible(IncidentFacts it, LocalDate today) {
        RecordingPolicy.requirePast(it.knownOn(), today);
        if (!it.serious() && (it.commissionTold() != null || it.personsTold() != null || it.publicNotice() != null)) {
            throw new Refused("consent.incident.not-serious");
        }
        for (LocalDate told : new LocalDate[] {it.commissionTold(), it.personsTold()}) {
            if (told != null && (told.isBefore(it.knownOn()) || told.isAfter(today))) {
                throw new Refused("consent.incident.told-wrong");
            }
        }
    }

    /** Refuses an answer that cannot have been, or a refusal without its reasons. */
    static void requirePossible(RequestFacts it, LocalDate today) {
        RecordingPolicy.requirePast(it.receivedOn(), today);
        LocalDate answered = it.answeredOn();
        if ((answered == null) != (it.granted() == null)) {
            throw new Refused("consent.request.half");
        }
        if (answered != null && (answered.isBefore(it.receivedOn()) || answered.isAfter(today))) {
            throw new Refused("consent.request.answered-wrong");
        }
        if (Boolean.FALSE.equals(it.granted()) && it.answer() == null) {
            throw new Refused("consent.request.no-reason");
        }
    }
}
