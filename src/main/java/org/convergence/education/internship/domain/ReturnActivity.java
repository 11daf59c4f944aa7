package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.ReturnActivityState;
import org.convergence.plan.realisation.RealisationKind;
import org.jspecify.annotations.Nullable;

/**
 * What an intern does with the internship on return.
 *
 * @param file the intern's; {@code null} once that is erased
 * @param organisation the intern's union
 * @param plannedOn the day on which it is planned or was held
 * @param people people reached; {@code null} until it is held
 */
public record ReturnActivity(
        UUID id,
        int version,
        InternshipCallId call,
        @Nullable InternshipFileId file,
        @Nullable OrganisationId organisation,
        String title,
        RealisationKind kind,
        LocalDate plannedOn,
        ReturnActivityState state,
        @Nullable Integer people) {

    /** The kinds to choose from. */
    public static final List<RealisationKind> KINDS = List.of(
            RealisationKind.WORKSHOP,
            RealisationKind.SPEECH,
            RealisationKind.PUBLICATION,
            RealisationKind.MEDIA,
            RealisationKind.OTHER);

    /**
     * What an intern says.
     *
     * @param people {@code null} while it is only planned
     */
    public record ReturnFacts(
            String title,
            RealisationKind kind,
            LocalDate on,
            @Nullable Integer people) {}
}
