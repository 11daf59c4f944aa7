package org.convergence.resources.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.MemberQueries;
import org.convergence.resources.membership.domain.MemberQueries.MemberRow;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The members, for programs. */
@RestController
@RequestMapping(path = "/api/v1/memberships", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "memberships")
record MembershipApi(MemberQueries members, OrganisationSettings settings) {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    @GetMapping
    @Requires(MembershipPermissions.READ)
    @Operation(summary = "List the members on a day, by name")
    @Parameter(
            name = "on",
            description = "The day; today by default",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "q", description = "A part of the name")
    @Parameter(name = "category", description = "Id of a category", schema = @Schema(type = "string", format = "uuid"))
    @PageParameters
    MembershipResources.MembershipListResource members(@Parameter(hidden = true) Form form) {
        ListSlice<MemberRow> slice = members.findSlice(
                ListView.forApi(form, answers -> MemberListPage.filter(answers, settings.today()), USUAL, MOST));
        return new MembershipResources.MembershipListResource(
                slice.rows().stream()
                        .map(MembershipResources.MembershipResource::of)
                        .toList(),
                slice.next());
    }
}
