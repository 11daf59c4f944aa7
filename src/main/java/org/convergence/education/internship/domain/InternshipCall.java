package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipCallState;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A call for interns, which becomes a cohort at its decision.
 *
 * @param decidesOn the day by which candidates are promised an answer
 * @param contact whom an intern calls, with the number
 * @param mission the departure, a mission of {@code safety.mission}; {@code null} before it is prepared
 * @param received the number of files at the decision
 * @param decisionNote why a reserved seat was left to another organisation
 * @param host the organisation that receives the cohort
 * @param hostContact the contact of interns there, with the number
 * @param hostWent how the stay went, as the host says
 * @param hostBrought what it brought to the host
 * @param hostNext what the host would do otherwise
 */
public record InternshipCall(
        InternshipCallId id,
        int version,
        String titleFr,
        String titleEn,
        String textFr,
        String textEn,
        String destination,
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate decidesOn,
        LocalDate startsOn,
        LocalDate endsOn,
        int places,
        int returnActivities,
        LocalDate returnBy,
        String contact,
        @Nullable PersonId responsible,
        @Nullable UUID mission,
        @Nullable ActionId action,
        InternshipCallState state,
        @Nullable Integer received,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionNote,
        @Nullable OrganisationId host,
        @Nullable String hostContact,
        @Nullable String hostWent,
        @Nullable String hostBrought,
        @Nullable String hostNext) {

    /** The title in the reader's language; in French where it is not written in that language. */
    public String title(Words t) {
        return choose(t, titleFr, titleEn);
    }

    /** The text in the reader's language; in French where it is not written in that language. */
    public String text(Words t) {
        return choose(t, textFr, textEn);
    }

    private static String choose(Words t, String french, String english) {
        return t.language() == Language.ENGLISH && !english.isEmpty() ? english : french;
    }

    /** Whether candidates may begin, change and send their files. */
    public boolean isOpen(LocalDate today) {
        return state == InternshipCallState.PUBLISHED && !today.isBefore(opensOn) && !today.isAfter(closesOn);
    }

    /** The days of a stay, both included. */
    public record InternshipStay(LocalDate startsOn, LocalDate endsOn) {

        public int days() {
            return (int) ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
        }
    }

    /** A published criterion: a question of the application, and what readers score. */
    public record InternshipCriterion(UUID id, int position, String nameFr, String nameEn, int most) {

        /** The name in the reader's language, as the title. */
        public String name(Words t) {
            return choose(t, nameFr, nameEn);
        }
    }

    /** Seats reserved for candidates of an organisation. */
    public record SeatQuota(OrganisationId organisation, String name, int seats) {}

    /** A mission of interns, without its travellers; the state as its module names it. */
    public record InternshipDeparture(UUID id, String title, String state, LocalDate startsOn, LocalDate endsOn) {}

    /** A criterion as it is entered. */
    public record CriterionFacts(String nameFr, String nameEn, int most) {}

    /**
     * What the form of a call says.
     *
     * @param quotas the reserved seats, by organisation
     */
    public record InternshipCallFacts(
            String titleFr,
            String titleEn,
            String textFr,
            String textEn,
            String destination,
            LocalDate opensOn,
            LocalDate closesOn,
            LocalDate decidesOn,
            LocalDate startsOn,
            LocalDate endsOn,
            int places,
            int returnActivities,
            LocalDate returnBy,
            String contact,
            @Nullable PersonId responsible,
            @Nullable ActionId action,
            List<CriterionFacts> criteria,
            Map<OrganisationId, Integer> quotas,
            List<PersonId> readers) {}
}
