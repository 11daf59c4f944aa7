package org.convergence.resources.delegation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.delegation.domain.DelegationPolicy.DelegationGround;
import org.convergence.resources.delegation.domain.DelegationQueries;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.convergence.resources.membership.MembershipPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Delegations for programs. */
@RestController
@RequestMapping(path = "/api/v1/delegations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "delegations")
record DelegationApi(DelegationQueries delegations, OrganisationSettings settings) {

    @GetMapping
    @Requires(DelegationPermissions.READ)
    @Operation(summary = "Delegates and votes of each member on a day, by name, each explained")
    @Parameter(
            name = "on",
            description = "The day of the notice; today by default",
            schema = @Schema(type = "string", format = "date"))
    DelegationResources.DelegationListResource delegations(
            @Parameter(hidden = true) Form form, @Parameter(hidden = true) Words t) {
        LocalDate on = form.read(answers -> Objects.requireNonNullElseGet(answers.optionalDate("on"), settings::today));
        boolean counts = CurrentActor.get().may(MembershipPermissions.READ_HEADCOUNTS);
        return new DelegationResources.DelegationListResource(
                on,
                delegations.findAll(on).stream()
                        .map(it -> DelegationResources.DelegationResource.of(it, on, counts, t))
                        .toList());
    }

    /** The responses of the API. */
    public static final class DelegationResources {

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
}
