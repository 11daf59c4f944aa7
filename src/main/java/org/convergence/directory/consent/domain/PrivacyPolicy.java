package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import org.convergence.directory.consent.domain.IncidentService.IncidentFacts;
import org.convergence.directory.consent.domain.PrivacyRequestService.PrivacyRequestFacts;
import org.convergence.platform.database.Refused;

/** Deadlines of the law on personal data (R-L25-11, R-L25-15…17). */
final class PrivacyPolicy {

    private static final int DAYS_TO_ANSWER = 30;
    private static final int YEARS_KEPT = 5;

    private PrivacyPolicy() {}

    /** The last day to answer a request in time; silence is a refusal. */
    static LocalDate answeredBy(LocalDate receivedOn) {
        return receivedOn.plusDays(DAYS_TO_ANSWER);
    }

    /** The reception day of a request whose deadline is this day. */
    static LocalDate receivedWhereAnsweredBy(LocalDate day) {
        return day.minusDays(DAYS_TO_ANSWER);
    }

    /** The earliest end of an incident's retention. */
    static LocalDate keptUntil(LocalDate knownOn) {
        return knownOn.plusYears(YEARS_KEPT);
    }

    /** Whether a notice to the commission or to the people concerned is due: for serious incidents only. */
    static boolean owesNotice(IncidentFacts it) {
        return it.serious() && (it.commissionToldOn() == null || it.personsToldOn() == null);
    }

    /** Refuses impossible dates, and notices of an incident that is not serious. */
    static void requirePossible(IncidentFacts it, LocalDate today) {
        ConsentProofPolicy.requirePast(it.knownOn(), today);
        if (!it.serious()
                && (it.commissionToldOn() != null || it.personsToldOn() != null || it.publicNotice() != null)) {
            throw new Refused("consent.incident.not-serious");
        }
        for (LocalDate told : new LocalDate[] {it.commissionToldOn(), it.personsToldOn()}) {
            if (told != null && (told.isBefore(it.knownOn()) || told.isAfter(today))) {
                throw new Refused("consent.incident.told-wrong");
            }
        }
    }

    /** Refuses an impossible answer, or a refusal without its reasons. */
    static void requirePossible(PrivacyRequestFacts it, LocalDate today) {
        ConsentProofPolicy.requirePast(it.receivedOn(), today);
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
