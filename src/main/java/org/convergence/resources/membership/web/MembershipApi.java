package org.convergence.resources.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.idempotency.Answer;
import org.convergence.platform.idempotency.PostedOnce;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.Slice;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.Headcounts;
import org.convergence.resources.membership.domain.MemberList;
import org.convergence.resources.membership.domain.MemberList.Asked;
import org.convergence.resources.membership.domain.MemberList.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Members and headcounts for programs. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "memberships")
class MembershipApi {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final MembersPages pages;
    private final MemberList list;
    private final Headcounts headcounts;
    private final PostedOnce posted;

    MembershipApi(MembersPages pages, MemberList list, Headcounts headcounts, PostedOnce posted) {
        this.pages = pages;
        this.list = list;
        this.headcounts = headcounts;
        this.posted = posted;
    }

    @GetMapping("/memberships")
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

    @GetMapping("/headcounts")
    @Requires(MembershipPermissions.READ_HEADCOUNTS)
    @Operation(summary = "What was said of an organisation's size, the latest day first")
    @Parameter(
            name = "organisation",
            required = true,
            description = "Id of the organisation",
            schema = @Schema(type = "string", format = "uuid"))
    MembershipJson.AllSaid said(@Parameter(hidden = true) Form form) {
        UUID organisation = form.read(answers -> answers.id("organisation"));
        return new MembershipJson.AllSaid(headcounts.of(new OrganisationId(organisation)).stream()
                .map(MembershipJson.Said::of)
                .toList());
    }

    @PostMapping("/headcounts")
    @Requires(MembershipPermissions.DECLARE)
    @Operation(
            summary = "Record what an organisation says of its size",
            description = "What was said before stays. Sent again under the same Idempotency-Key, it is recorded once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = MembershipJson.Sent.class)))
    @ApiResponse(
            responseCode = "201",
            description = "The id of the headcount",
            content = @Content(schema = @Schema(implementation = MembershipJson.Recorded.class)))
    ResponseEntity<String> declare(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest request)
            throws IOException {
        return posted.json(key, request, this::declare);
    }

    private Answer declare(String body) {
        HeadcountFacts facts = JsonForm.read(
                body,
                (answers, form) -> HeadcountController.read(new OrganisationId(answers.id("organisation")), answers));
        HeadcountId id = headcounts.declare(facts);
        return new Answer(
                201, null, Json.of(new MembershipJson.Recorded(id.value())).toString());
    }
}
