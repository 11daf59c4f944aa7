package org.convergence.outreach.assembly.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.FollowUpDetails;
import org.convergence.outreach.assembly.domain.FollowUpQueries;
import org.convergence.outreach.assembly.domain.FollowUpService;
import org.convergence.outreach.assembly.domain.FollowUpState;
import org.convergence.outreach.assembly.domain.ResolutionDetails;
import org.convergence.outreach.assembly.domain.ResolutionQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Resolutions and follow-ups, for programs. */
@RestController
@RequestMapping("/api/v1")
@Requires(AssemblyPermissions.READ)
@Tag(name = "assembly")
record ResolutionApi(ResolutionQueries resolutions, FollowUpQueries followUps, FollowUpService followUpService) {

    @GetMapping("/resolutions")
    @Operation(summary = "List resolutions, the latest first")
    @Parameter(name = "q", description = "Words of the text, or a number")
    @PageParameters
    AssemblyResources.ResolutionListResource listResolutions(Form asked) {
        int limit = AssemblyApi.limit(asked);
        ListSlice<ResolutionDetails> slice = ListSlice.of(
                resolutions.findLatest(asked.value("q"), asked.value("after"), limit + 1),
                limit,
                ResolutionQueries::positionAfter);
        return new AssemblyResources.ResolutionListResource(
                slice.rows().stream()
                        .map(AssemblyResources.ResolutionResource::of)
                        .toList(),
                slice.next());
    }

    @GetMapping("/resolutions/{id}")
    @Operation(summary = "Read a resolution with its vote")
    AssemblyResources.ResolutionVoteResource readResolution(@PathVariable UUID id) {
        return AssemblyResources.ResolutionVoteResource.of(resolutions.findById(id));
    }

    @GetMapping("/follow-ups")
    @Operation(summary = "List open follow-ups, the earliest due first")
    @PageParameters
    AssemblyResources.FollowUpListResource listFollowUps(Form asked) {
        int limit = AssemblyApi.limit(asked);
        ListSlice<FollowUpDetails> slice =
                ListSlice.of(followUps.findOpen(asked.value("after"), limit + 1), limit, FollowUpDetails::position);
        return new AssemblyResources.FollowUpListResource(
                slice.rows().stream()
                        .map(AssemblyResources.FollowUpResource::of)
                        .toList(),
                slice.next());
    }

    @GetMapping("/follow-ups/{id}")
    @Operation(summary = "Read a follow-up")
    AssemblyResources.FollowUpResource readFollowUp(@PathVariable UUID id) {
        return AssemblyResources.FollowUpResource.of(followUps.findById(id));
    }

    @PutMapping("/follow-ups/{id}/end")
    @Requires(AssemblyPermissions.PREPARE)
    @Operation(summary = "Close a follow-up", description = "A closed one is left unchanged.")
    AssemblyResources.FollowUpResource closeFollowUp(@PathVariable UUID id, @RequestBody FollowUpEndRequest sent) {
        String outcome = JsonForm.read(
                sent, (answers, form) -> Objects.requireNonNullElse(answers.optionalText("outcome", 2_000), ""));
        if (followUps.findById(id).state() == FollowUpState.OPEN) {
            followUpService.close(id, sent.done(), outcome);
        }
        return AssemblyResources.FollowUpResource.of(followUps.findById(id));
    }
}
