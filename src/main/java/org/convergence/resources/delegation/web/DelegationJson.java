package org.convergence.resources.delegation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.DelegationPolicy.Ground;
import org.convergence.resources.delegation.domain.DelegationReading.Delegation;
import org.jspecify.annotations.Nullable;

/** The responses of the API. */
public final class DelegationJson {

    private DelegationJson() {}

    /** Delegates and votes of a member. */
    @Schema(name = "Delegation")
    public record Delegated(
            UUID membership,

            @Schema(description = "Null where a person is the member") @Nullable
            UUID organisation,

            @Schema(description = "Null where an organisation is the member") @Nullable
            UUID person,

            String name,
            UUID category,

            @Schema(description = "Null where nobody can say") @Nullable
            Integer delegates,

            @Schema(description = "Null where nobody can say") @Nullable
            Integer votes,

            Ground ground,

            @Schema(description = "Why, in a sentence") String why) {

        static Delegated of(Delegation it, LocalDate on, boolean headcounts, Words t) {
            boolean organisation = it.member().member() instanceof OrganisationId;
            UUID id = it.member().member().value();
            return new Delegated(
                    it.member().id().value(),
                    organisation ? id : null,
                    organisation ? null : id,
                    it.member().name(),
                    it.member().category().value(),
                    it.right().delegates(),
                    it.right().votes(),
                    it.right().ground(),
                    DelegationSaying.why(it, on, headcounts, t));
        }
    }

    /** The delegations of all members on a day, by name. */
    @Schema(name = "Delegations")
    public record Delegations(LocalDate on, List<Delegated> items) {}
}
