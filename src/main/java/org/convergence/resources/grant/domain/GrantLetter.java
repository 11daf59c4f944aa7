package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.document.DocumentId;
import org.convergence.resources.grant.GrantApplicationId;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a partner is asked for, to enclose with an application.
 *
 * @param what is asked, in 1 to 300 characters
 * @param dueOn by when it is needed; {@code null} if no day was said
 * @param receivedOn {@code null} while it is awaited
 * @param document the letter itself; {@code null} without a copy
 */
public record GrantLetter(
        GrantLetterId id,
        int version,
        GrantApplicationId application,
        OrganisationId organisation,
        String organisationName,
        String what,
        LocalDate askedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate receivedOn,
        @Nullable DocumentId document) {

    static final String TABLE = "resources.grant_letter";

    /** Whether it is awaited past its day. */
    public boolean isLate(LocalDate today) {
        return receivedOn == null && dueOn != null && dueOn.isBefore(today);
    }

    /** A letter. */
    public record GrantLetterId(UUID value) implements Identifier {}

    /** What a form says of a letter. */
    public record GrantLetterFacts(
            OrganisationId organisation,
            String what,
            LocalDate askedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate receivedOn) {}
}
