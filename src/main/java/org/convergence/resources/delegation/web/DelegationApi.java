package org.convergence.resources.delegation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Objects;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.delegation.domain.DelegationQueries;
import org.convergence.resources.membership.MembershipPermissions;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Delegations for programs. */
@RestController
@RequestMapping(path = "/api/v1/delegations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "delegations")
class DelegationApi {

    private final DelegationQueries delegations;
    private final OrganisationSettings settings;

    DelegationApi(DelegationQueries delegations, OrganisationSettings settings) {
        this.delegations = delegations;
        this.settings = settings;
    }

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
}
