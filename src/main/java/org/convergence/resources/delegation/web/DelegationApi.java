package org.convergence.resources.delegation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.DelegationPermissions;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Delegations for programs. */
@RestController
@RequestMapping(path = "/api/v1/delegations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "delegations")
class DelegationApi {

    private final DelegationListPageAssembler pages;

    DelegationApi(DelegationListPageAssembler pages) {
        this.pages = pages;
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
        LocalDate on = form.read(pages::readDay);
        return new DelegationResources.DelegationListResource(
                on,
                pages.findAll(on).stream()
                        .map(it -> DelegationResources.DelegationResource.of(
                                it, on, DelegationListPageAssembler.seesHeadcounts(), t))
                        .toList());
    }
}
