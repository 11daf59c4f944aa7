package org.convergence.education.internship.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.ReleaseState;
import org.jspecify.annotations.Nullable;

/**
 * The file of a candidate, later of an intern.
 *
 * @param number what readers see in place of the name
 * @param unionName the name of the union; empty for none
 * @param readings the number of readers who scored it
 * @param lowest the lower of both totals; {@code null} until two readers scored it, and once scores are destroyed
 * @param person the intern in the directory
 * @param hostNamedOn since when the intern agrees that the host sees the name; {@code null} without agreement
 * @param held return activities held or waived
 * @param people people reached by them
 * @param trainingHours hours of training before the departure
 */
public record InternshipFile(
        InternshipFileId id,
        int version,
        InternshipCallId call,
        int number,
        String name,
        String mail,
        @Nullable String phone,
        String language,
        @Nullable OrganisationId organisation,
        String unionName,
        InternshipFileState state,
        @Nullable Instant submittedAt,
        @Nullable LocalDate toldOn,
        @Nullable PersonId person,
        @Nullable InternRelease release,
        @Nullable LocalDate attestedOn,
        @Nullable LocalDate hostNamedOn,
        int readings,
        @Nullable Integer lowest,
        @Nullable Integer highest,
        int planned,
        int held,
        int people,
        BigDecimal trainingHours) {

    /** What the candidate said about themselves. */
    CandidateFacts facts() {
        return new CandidateFacts(
                name,
                mail,
                phone,
                language,
                organisation,
                organisation == null && !unionName.isEmpty() ? unionName : null);
    }

    /** The sum of both readings; {@code null} as {@link #lowest}. */
    public @Nullable Integer total() {
        return lowest == null || highest == null ? null : lowest + highest;
    }

    /**
     * The release by the sending union (R-EDU-7).
     *
     * @param charges in percent of the pay: the employer's charges and administration
     * @param matchedIn the agreement in which it counts as a match
     */
    public record InternRelease(
            int days,
            BigDecimal dailyPay,
            BigDecimal charges,
            LocalDate askedOn,
            ReleaseState state,
            @Nullable LocalDate answeredOn,
            @Nullable String matchedIn) {

        /** What the sending union repays to the employer. */
        public BigDecimal cost() {
            return CohortPolicy.releaseCost(days, dailyPay, charges);
        }
    }

    /**
     * What a candidate says about themselves: the union by its id, or by its name.
     *
     * @param language code of the language of letters
     */
    public record CandidateFacts(
            String name,
            String mail,
            @Nullable String phone,
            String language,
            @Nullable OrganisationId organisation,
            @Nullable String unionName) {}

    /** Whether every criterion is answered. */
    static boolean isWhole(Map<UUID, String> answers, int criteria) {
        return answers.values().stream().filter(each -> !each.isBlank()).count() >= criteria;
    }
}
