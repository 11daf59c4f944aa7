package org.convergence.resources.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Slice;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.MemberList;
import org.convergence.resources.membership.domain.MemberList.Asked;
import org.convergence.resources.membership.domain.MemberList.Line;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The members, for programs. */
@RestController
@RequestMapping(path = "/api/v1/memberships", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "memberships")
class MembershipApi {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final MembersPages pages;
    private final MemberList list;

    MembershipApi(MembersPages pages, MemberList list) {
        this.pages = pages;
        this.list = list;
    }

    @GetMapping
    @Requires(MembershipPermissions.READ)
    @Operation(summary = "List the members on a day, by name")
    @Parameter(
            name = "on",
            description = "The day; today where none is given",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "q", description = "A part of the name")
    @Parameter(name = "category", description = "Id of a category", schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "limit",
            description = "How many on a page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
    @Parameter(name = "after", description = "What the page before gave as next")
    MembershipJson.Members members(@Parameter(hidden = true) Form form) {
        if (!form.filled("limit")) {
            form.with("limit", USUAL);
        }
        Asked asked = form.read(answers -> pages.asked(form, answers));
        int limit = form.read(answers -> answers.whole("limit", 1, MOST));
        Slice<Line> slice = Slice.of(list.some(asked, form.value("after"), limit + 1), limit, Line::position);
        return new MembershipJson.Members(
                slice.rows().stream().map(MembershipJson.Member::of).toList(), slice.next());
    }
}
