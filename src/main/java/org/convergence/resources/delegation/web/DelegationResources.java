package org.convergence.resources.delegation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.DelegationPolicy.DelegationGround;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.jspecify.annotations.Nullable;

/** The responses of the API. */
public final class DelegationResources {

    private DelegationResources() {}

    /** Delegates and votes of a member. */
    @Schema(name = "Delegation")
    public record DelegationResource(
            UUID membership,

            @Schema(description = "Null where a person is the member") @Nullable
            UUID organisation,

            @Schema(description = "Null where an organisation is the member") @Nullable
            UUID person,

            String name,
            UUID category,

            @Schema(description = "Null if unknown") @Nullable
            Integer delegates,

            @Schema(description = "Null if unknown") @Nullable
            Integer votes,

            DelegationGround ground,

            @Schema(description = "Why, in a sentence") String why) {

        static DelegationResource of(Delegation it, LocalDate on, boolean headcounts, Words t) {
            boolean organisation = it.member().member() instanceof OrganisationId;
            UUID id = it.member().member().value();
            return new DelegationResource(
                    it.member().id().value(),
                    organisation ? id : null,
                    organisation ? null : id,
                    it.member().name(),
                    it.member().category().value(),
                    it.right().delegates(),
                    it.right().votes(),
                    it.right().ground(),
                    DelegationFormatter.explain(it, on, headcounts, t));
        }
    }

    /** The delegations of all members on a day, by name. */
    @Schema(name = "Delegations")
    public record DelegationListResource(LocalDate on, List<DelegationResource> items) {}
}
