package org.convergence.resources.dues.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.JsonForm;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.CallFacts;
import org.convergence.resources.dues.domain.CallLaunchService;
import org.convergence.resources.dues.domain.CallLeafletQueries;
import org.convergence.resources.dues.domain.CallLineQueries;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.dues.domain.RateService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rates and calls in the JSON API. */
@RestController
@RequestMapping("/api/v1/dues")
@Tag(name = "dues")
record DuesApi(
        RateService rateService,
        DuesCallService calls,
        CallLineQueries lines,
        CallLeafletQueries leaflets,
        CallLaunchService callLaunchService) {

    private static final int SHOWN = 10_000;

    @GetMapping(path = "/rates", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(DuesPermissions.READ_RATES)
    @Operation(summary = "The adopted rates, the latest first")
    DuesResources.RateListResource rates() {
        return new DuesResources.RateListResource(rateService.findAll().stream()
                .map(DuesResources.RateResource::of)
                .toList());
    }

    @PostMapping(path = "/runs", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(DuesPermissions.CALL)
    @Operation(
            summary = "Issue a dues call, or preview it",
            description = "With dryRun nothing is stored. Otherwise a job issues and sends the invoices; sent again"
                    + " under the same Idempotency-Key, it starts once.")
    @ApiResponse(
            responseCode = "200",
            description = "For a dry run: the amount of each line; nothing is stored",
            content = @Content(schema = @Schema(implementation = DuesResources.DuesRunResource.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The call and its job",
            content = @Content(schema = @Schema(implementation = DuesResources.DuesRunResource.class)))
    ResponseEntity<String> run(IdempotentPost post, @RequestBody DuesRunRequest sent) {
        return post.json(sent, this::run);
    }

    private IdempotentResponse run(DuesRunRequest sent) {
        CallFacts facts =
                JsonForm.read(sent, (answers, form) -> CallForm.read(form, answers, leaflets.findPeriods(), null));
        if (sent.dryRun()) {
            DuesCallService.StoredCall call = new DuesCallService.StoredCall(new CallId(Ids.next()), 0, facts, null);
            List<CallLine> all = lines.findPage(call, null, SHOWN);
            return new IdempotentResponse(
                    200,
                    null,
                    Json.of(new DuesResources.DuesRunResource(
                                    call.id().value(),
                                    null,
                                    (int) all.stream()
                                            .filter(CallLine::isAskable)
                                            .count(),
                                    all.stream()
                                            .map(DuesResources.DuesRunLineResource::of)
                                            .toList()))
                            .toString());
        }
        CallId id = calls.prepare(facts);
        UUID job = callLaunchService.start(id, null);
        int members = lines.computeTotal(calls.findById(id)).askable();
        return new IdempotentResponse(
                202,
                null,
                Json.of(new DuesResources.DuesRunResource(id.value(), job, members, List.of()))
                        .toString());
    }
}
