package org.convergence.outreach.assembly.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.FollowUpKeeping;
import org.convergence.outreach.assembly.domain.FollowUpState;
import org.convergence.outreach.assembly.domain.FollowUps;
import org.convergence.outreach.assembly.domain.Passed;
import org.convergence.outreach.assembly.domain.Pending;
import org.convergence.outreach.assembly.domain.Resolutions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.Slice;
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
class ResolutionApi {

    private final Resolutions resolutions;
    private final FollowUps followUps;
    private final FollowUpKeeping keeping;

    ResolutionApi(Resolutions resolutions, FollowUps followUps, FollowUpKeeping keeping) {
        this.resolutions = resolutions;
        this.followUps = followUps;
        this.keeping = keeping;
    }

    @GetMapping("/resolutions")
    @Operation(summary = "List resolutions, the latest first")
    @Parameter(name = "q", description = "Words of the text, or a number")
    @Parameter(
            name = "limit",
            description = "How many on a page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
    @Parameter(name = "after", description = "What the page before gave as next")
    AssemblyJson.AllResolutions listResolutions(Form asked) {
        int limit = AssemblyApi.limit(asked);
        Slice<Passed> slice = Slice.of(
                resolutions.latest(asked.value("q"), asked.value("after"), limit + 1), limit, Resolutions::after);
        return new AssemblyJson.AllResolutions(
                slice.rows().stream().map(AssemblyJson.OneResolution::of).toList(), slice.next());
    }

    @GetMapping("/resolutions/{id}")
    @Operation(summary = "Read a resolution with its vote")
    AssemblyJson.WholeResolution readResolution(@PathVariable UUID id) {
        return AssemblyJson.WholeResolution.of(resolutions.one(id));
    }

    @GetMapping("/follow-ups")
    @Operation(summary = "List open follow-ups, the earliest due first")
    @Parameter(
            name = "limit",
            description = "How many on a page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
    @Parameter(name = "after", description = "What the page before gave as next")
    AssemblyJson.AllFollowUps listFollowUps(Form asked) {
        int limit = AssemblyApi.limit(asked);
        Slice<Pending> slice = Slice.of(followUps.open(asked.value("after"), limit + 1), limit, Pending::position);
        return new AssemblyJson.AllFollowUps(
                slice.rows().stream().map(AssemblyJson.OneFollowUp::of).toList(), slice.next());
    }

    @GetMapping("/follow-ups/{id}")
    @Operation(summary = "Read a follow-up")
    AssemblyJson.OneFollowUp readFollowUp(@PathVariable UUID id) {
        return AssemblyJson.OneFollowUp.of(followUps.one(id));
    }

    @PutMapping("/follow-ups/{id}/end")
    @Requires(AssemblyPermissions.PREPARE)
    @Operation(summary = "Say how a follow-up ended", description = "One that is closed already is left as it is.")
    AssemblyJson.OneFollowUp closeFollowUp(@PathVariable UUID id, @RequestBody FollowUpEndRequest sent) {
        String outcome = JsonForm.read(
                sent, (answers, form) -> Objects.requireNonNullElse(answers.optionalText("outcome", 2_000), ""));
        if (followUps.one(id).state() == FollowUpState.OPEN) {
            keeping.close(id, sent.done(), outcome);
        }
        return AssemblyJson.OneFollowUp.of(followUps.one(id));
    }
}
