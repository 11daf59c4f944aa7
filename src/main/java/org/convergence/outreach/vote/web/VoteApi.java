package org.convergence.outreach.vote.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.BallotService;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Delegate.DelegateArrival;
import org.convergence.outreach.vote.domain.Delegate.DelegateFacts;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegationId;
import org.convergence.outreach.vote.domain.DoorService;
import org.convergence.outreach.vote.domain.ElectionService;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.OpeningFacts;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VoteQueries;
import org.convergence.outreach.vote.domain.VoteService;
import org.convergence.outreach.vote.web.VoteResources.BallotRequest;
import org.convergence.outreach.vote.web.VoteResources.CandidateCount;
import org.convergence.outreach.vote.web.VoteResources.CloseRequest;
import org.convergence.outreach.vote.web.VoteResources.DelegateCheckInRequest;
import org.convergence.outreach.vote.web.VoteResources.DelegateCheckInResource;
import org.convergence.outreach.vote.web.VoteResources.DelegateMove;
import org.convergence.outreach.vote.web.VoteResources.DoorDelegationResource;
import org.convergence.outreach.vote.web.VoteResources.DoorResource;
import org.convergence.outreach.vote.web.VoteResources.VoteRequest;
import org.convergence.outreach.vote.web.VoteResources.VoteResource;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door and the votes of an assembly, for programs. */
@RestController
@RequestMapping("/api/v1")
@Requires(VotePermissions.COUNT)
@Tag(name = "votes")
record VoteApi(
        DoorService door, VoteService votes, ElectionService elections, VoteQueries queries, BallotService ballots) {

    @GetMapping("/assemblies/{meeting}/delegations")
    @Requires(VotePermissions.READ)
    @Operation(summary = "List the delegations at the door of an assembly, by name")
    DoorResource listDelegations(@PathVariable UUID meeting) {
        return new DoorResource(door.findDelegations(new MeetingId(meeting)).stream()
                .map(DoorDelegationResource::of)
                .toList());
    }

    @PostMapping("/assemblies/{meeting}/check-ins")
    @Requires(VotePermissions.CHECK_IN)
    @Operation(
            summary = "Check a delegate in, or note that one left, returned or was replaced",
            description = "The same name in the same delegation is one delegate, however often it is sent. The first"
                    + " delegate of an organisation opens the door, if the caller may count votes.")
    @ApiResponse(
            responseCode = "201",
            description = "The delegate with the cards",
            content = @Content(schema = @Schema(implementation = DelegateCheckInResource.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The delegate was there already, left, returned or was replaced",
            content = @Content(schema = @Schema(implementation = DelegateCheckInResource.class)))
    ResponseEntity<String> checkIn(
            @PathVariable UUID meeting, IdempotentPost post, @RequestBody DelegateCheckInRequest sent) {
        return post.json(sent, it -> {
            if (it.move() != null) {
                return moved(new MeetingId(meeting), it.move(), it);
            }
            DoorDelegationId delegation = it.organisation() == null || it.delegation() != null
                    ? requireAt(new MeetingId(meeting), it.delegation())
                    : door.findOrOpen(new MeetingId(meeting), new OrganisationId(it.organisation()));
            DelegateArrival done =
                    door.checkIn(delegation, JsonForm.read(it, (answers, form) -> VoteForm.readDelegate(answers)));
            return new IdempotentResponse(
                    done.before() == null ? 201 : 200,
                    null,
                    Json.of(DelegateCheckInResource.of(done)).toString());
        });
    }

    private DoorDelegationId requireAt(MeetingId meeting, @Nullable UUID delegation) {
        DoorDelegationId id = new DoorDelegationId(Objects.requireNonNullElse(delegation, new UUID(0, 0)));
        if (!door.findDelegation(id).meeting().equals(meeting)) {
            throw new NotFound("delegation");
        }
        return id;
    }

    private IdempotentResponse moved(MeetingId meeting, DelegateMove move, DelegateCheckInRequest sent) {
        DelegateId id = new DelegateId(Objects.requireNonNullElse(sent.delegate(), new UUID(0, 0)));
        Delegate before = door.findDelegate(id);
        requireAt(meeting, before.delegation().value());
        switch (move) {
            case UNDO -> door.undoCheckIn(id);
            case SUBSTITUTE -> {
                DelegateFacts facts = JsonForm.read(sent, (answers, form) -> VoteForm.readDelegate(answers));
                door.substitute(id, facts.name(), facts.letterSeen());
            }
            case LEAVE, RETURN -> door.setPresent(id, move == DelegateMove.RETURN);
        }
        Delegate now = move == DelegateMove.UNDO ? before : door.findDelegate(id);
        return new IdempotentResponse(
                200, null, Json.of(DelegateCheckInResource.of(now, true)).toString());
    }

    @PostMapping("/assemblies/{meeting}/votes")
    @Operation(
            summary = "Prepare a vote",
            description = "An election is opened on its page, once it has its candidates.")
    @ApiResponse(
            responseCode = "201",
            description = "The vote",
            content = @Content(schema = @Schema(implementation = VoteResource.class)))
    ResponseEntity<String> createVote(
            @PathVariable UUID meeting, IdempotentCreation post, @RequestBody VoteRequest sent) {
        return post.json(sent, it -> {
            VoteId id = votes.create(new MeetingId(meeting), JsonForm.read(it, (answers, form) -> {
                if (it.kind().equals(VoteKind.ELECTION.name()) && !it.method().equals(VoteMethod.PAPER.name())) {
                    form.reject("method", "shell.json.choice", VoteMethod.PAPER.name());
                }
                return VoteForm.readVote(answers);
            }));
            if (Boolean.TRUE.equals(it.open())) {
                door.noteFirstQuorum(new MeetingId(meeting));
                votes.open(
                        id,
                        new OpeningFacts(
                                Boolean.TRUE.equals(it.evenWithoutQuorum()),
                                it.mover() == null ? null : new DelegateId(it.mover()),
                                it.seconder() == null ? null : new DelegateId(it.seconder())));
            }
            return created(id);
        });
    }

    @GetMapping("/votes/{id}")
    @Requires(VotePermissions.READ)
    @Operation(summary = "Read a vote", description = "No result before it is closed.")
    VoteResource readVote(@PathVariable UUID id) {
        Vote vote = queries.findById(new VoteId(id));
        return VoteResource.of(vote, queries.findByMeeting(vote.meeting()).candidatesOf(vote.id()));
    }

    @PostMapping("/votes/{id}/ballots")
    @Operation(
            summary = "Cast the ballot of a delegate in an open vote by name",
            description =
                    "Sent again before closing, it replaces the one before. Its parts sum to the delegate's cards.")
    @ApiResponse(
            responseCode = "201",
            description = "The vote, without its result",
            content = @Content(schema = @Schema(implementation = VoteResource.class)))
    ResponseEntity<String> castBallot(@PathVariable UUID id, IdempotentPost post, @RequestBody BallotRequest sent) {
        return post.json(sent, it -> {
            ballots.cast(new VoteId(id), new DelegateId(it.delegate()), JsonForm.read(it, (answers, form) -> {
                Map<BallotChoice, Integer> parts = new EnumMap<>(BallotChoice.class);
                put(parts, BallotChoice.FOR, answers.optionalWholeNumber("inFavour", 0, 1_000));
                put(parts, BallotChoice.AGAINST, answers.optionalWholeNumber("against", 0, 1_000));
                put(parts, BallotChoice.ABSTAIN, answers.optionalWholeNumber("abstained", 0, 1_000));
                return parts;
            }));
            return created(new VoteId(id));
        });
    }

    private static void put(Map<BallotChoice, Integer> parts, BallotChoice choice, @Nullable Integer cards) {
        parts.put(choice, cards == null ? 0 : cards);
    }

    @PostMapping("/votes/{id}/close")
    @Operation(
            summary = "Close a vote and publish its result",
            description = "Refused with 422 if the totals do not agree with the roll: nothing is published then.")
    @ApiResponse(
            responseCode = "201",
            description = "The vote with its result",
            content = @Content(schema = @Schema(implementation = VoteResource.class)))
    ResponseEntity<String> closeVote(@PathVariable UUID id, IdempotentPost post, @RequestBody CloseRequest sent) {
        return post.json(sent, it -> {
            VoteId vote = new VoteId(id);
            Map<UUID, Integer> voices = Objects.requireNonNullElse(it.candidates(), List.<CandidateCount>of()).stream()
                    .collect(Collectors.toMap(CandidateCount::candidate, CandidateCount::voices, Math::max));
            Vote open = queries.findById(vote);
            boolean election = open.kind() == VoteKind.ELECTION;
            CountedVotes counted = JsonForm.read(it, (answers, form) -> {
                if (election || open.method() == VoteMethod.NOMINAL) {
                    JsonForm.refuseFilled(form, "inFavour", "against", "abstained");
                }
                if (open.method() != VoteMethod.PAPER) {
                    JsonForm.refuseFilled(form, "distributed", "returned", "spoilt", "scrutineer", "second");
                }
                if (!election && !voices.isEmpty()) {
                    form.reject("candidates", "shell.json.not-here");
                }
                return VoteForm.readCount(open, voices, answers);
            });
            if (election) {
                elections.close(vote, counted);
            } else {
                votes.close(vote, counted);
            }
            return created(vote);
        });
    }

    private IdempotentResponse created(VoteId id) {
        return IdempotentResponse.created("/api/v1/votes/" + id.value(), readVote(id.value()));
    }
}
