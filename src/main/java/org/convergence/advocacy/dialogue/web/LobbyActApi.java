package org.convergence.advocacy.dialogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActKind;
import org.convergence.advocacy.dialogue.domain.AdvocacyActService;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyLevel;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.advocacy.dialogue.domain.LobbyService;
import org.convergence.advocacy.dialogue.domain.LobbyService.LobbyStanding;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts that a lobby register may concern, for programs; each answers with the rolling sum. */
@RestController
@RequestMapping(path = "/api/v1/lobby-acts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "lobby-acts")
record LobbyActApi(AdvocacyActService acts, LobbyService lobby, DialogueQueries queries) {

    /** An act to record. */
    record LobbyActRequest(
            @Schema(description = "Not after today, unless the act can be planned")
            LocalDate date,

            LobbyRegister register,

            @Schema(description = "MEETING if missing") @Nullable
            AdvocacyActKind kind,

            @Schema(minLength = 1, maxLength = 300) String subject,

            @Schema(description = "Hours of paid staff together, preparation included", minimum = "0", maximum = "999")
            BigDecimal staffHours,

            @Schema(description = "Id of the decision-maker") @Nullable
            UUID decisionMaker) {}

    /**
     * The recorded act, with the sum that it belongs to.
     *
     * @param counts whether its hours count
     */
    @Schema(name = "RecordedLobbyAct")
    public record LobbyActResource(
            UUID id,
            boolean counts,

            @Schema(
                    description =
                            "The most hours within the register's consecutive days, among those that include a day of the act's")
            BigDecimal rollingHours,

            @Schema(description = "The first of these days") @Nullable
            LocalDate from,

            @Schema(description = "The last of these days") @Nullable
            LocalDate to,

            LobbyLevel level,

            @Schema(description = "Whether the threshold of the register is reached")
            boolean thresholdReached) {}

    @PostMapping
    @Requires(DialoguePermissions.FOLLOW)
    @Operation(
            summary = "Record an act that a lobby register may concern",
            description =
                    "Committee briefs and information requests are recorded, and do not count. Sent again under the"
                            + " same Idempotency-Key, it is recorded once.")
    @ApiResponse(
            responseCode = "201",
            description = "The act, and the rolling sum",
            content = @Content(schema = @Schema(implementation = LobbyActResource.class)))
    ResponseEntity<String> record(IdempotentCreation post, @RequestBody LobbyActRequest request) {
        return post.json(request, this::record);
    }

    private IdempotentResponse record(LobbyActRequest request) {
        AdvocacyActFacts facts = JsonForm.read(request, (answers, form) -> read(answers));
        AdvocacyActId id = acts.create(facts, List.of());
        LobbyRegister register = Objects.requireNonNull(facts.register());
        LobbyStanding standing =
                lobby.findStanding(register, facts.happenedOn()).orElse(null);
        boolean counts = queries.findAct(id).counts();
        LobbyActResource answer = standing == null
                ? new LobbyActResource(id.value(), counts, facts.staffHours(), null, null, LobbyLevel.CLEAR, false)
                : new LobbyActResource(
                        id.value(),
                        counts,
                        standing.highest().hours(),
                        standing.highest().from(),
                        standing.highest().to(),
                        standing.level(),
                        standing.level() == LobbyLevel.RED);
        return IdempotentResponse.created(answer);
    }

    private static AdvocacyActFacts read(FormValues answers) {
        AdvocacyActKind kind = answers.optionalChoice("kind", AdvocacyActKind.class);
        UUID decisionMaker = answers.optionalId("decisionMaker");
        return new AdvocacyActFacts(
                kind == null ? AdvocacyActKind.MEETING : kind,
                answers.date("date"),
                answers.text("subject", 300),
                "",
                "",
                answers.choice("register", LobbyRegister.class),
                answers.number("staffHours", BigDecimal.ZERO, BigDecimal.valueOf(999)),
                null,
                decisionMaker == null ? Set.of() : Set.of(new DecisionMakerId(decisionMaker)),
                Set.of(),
                Set.of(),
                null);
    }
}
