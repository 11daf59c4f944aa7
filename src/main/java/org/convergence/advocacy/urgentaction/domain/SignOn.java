package org.convergence.advocacy.urgentaction.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.convergence.advocacy.urgentaction.SignOnId;
import org.convergence.advocacy.urgentaction.SignOnState;
import org.convergence.advocacy.urgentaction.UrgentActionId;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * The signature of an organisation.
 *
 * @param organisation {@code null} while the typed name is not recognised
 * @param name the organisation's name in the directory, else as typed
 */
public record SignOn(
        SignOnId id,
        int version,
        UrgentActionId action,
        @Nullable OrganisationId organisation,
        String name,
        String signer,
        String office,
        String body,
        LocalDate decidedOn,
        String language,
        SignOnState state,
        Instant signedAt) {

    /**
     * What a signer says.
     *
     * @param organisation its name
     * @param office the signer's function
     * @param body the body that decided to sign, on a day
     */
    public record SignOnFacts(
            String organisation, String signer, String office, String body, LocalDate decidedOn, String language) {}
}
