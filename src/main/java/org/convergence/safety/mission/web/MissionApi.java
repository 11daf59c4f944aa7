package org.convergence.safety.mission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.text.TextParser;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionKind;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.domain.CheckInService;
import org.convergence.safety.mission.domain.MissionFacts;
import org.convergence.safety.mission.domain.MissionLeg;
import org.convergence.safety.mission.domain.MissionPolicy;
import org.convergence.safety.mission.domain.MissionPolicy.PlannedCheckIn;
import org.convergence.safety.mission.domain.MissionService;
import org.convergence.safety.mission.web.MissionResources.CheckInReceiptResource;
import org.convergence.safety.mission.web.MissionResources.CheckInRequest;
import org.convergence.safety.mission.web.MissionResources.MissionCheckInRequest;
import org.convergence.safety.mission.web.MissionResources.MissionLegRequest;
import org.convergence.safety.mission.web.MissionResources.MissionRequest;
import org.convergence.safety.mission.web.MissionResources.MissionResource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of missions. Sealed data and call lists are not part of it. */
@RestController
@RequestMapping(path = "/api/v1/missions", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(MissionPermissions.PREPARE)
@Tag(name = "missions")
record MissionApi(MissionService service, CheckInService checkIns, PeopleDirectory people) {

    private static final Pattern LEG = Pattern.compile("leg(\\d{1,3})-(.+)");
    private static final int USUAL_GRACE = 30;
    private static final int MOST_GRACE = 1_440;

    private record MissionInput(MissionFacts facts, List<PlannedCheckIn> checkIns) {}

    private record SignOfLifeRequest(
            @Nullable PersonId traveller, @Nullable String word) {}

    @GetMapping("/{id}")
    @Requires(MissionPermissions.READ)
    @Operation(summary = "Read a mission with what its departure needs")
    MissionResource show(@PathVariable UUID id) {
        MissionId mission = new MissionId(id);
        return MissionResource.of(
                service.findById(mission), service.findFacts(mission), service.findWorstLevel(mission));
    }

    @PostMapping
    @Operation(summary = "Prepare a mission", description = "Its security lead is the caller unless another is named.")
    @ApiResponse(
            responseCode = "201",
            description = "The mission",
            content = @Content(schema = @Schema(implementation = MissionResource.class)))
    ResponseEntity<String> create(IdempotentCreation post, @RequestBody MissionRequest request) {
        return post.json(request, this::create);
    }

    private IdempotentResponse create(MissionRequest request) {
        MissionInput input =
                JsonForm.read(request, MissionApi::nameInRequest, (answers, form) -> read(request, answers));
        MissionId id = service.create(input.facts(), input.checkIns());
        return IdempotentResponse.created(show(id.value()));
    }

    private static String nameInRequest(String field) {
        Matcher leg = LEG.matcher(field);
        return leg.matches() ? JsonForm.element("legs", leg.group(1), leg.group(2)) : field;
    }

    private MissionInput read(MissionRequest request, FormValues answers) {
        List<MissionLeg> legs = new ArrayList<>();
        List<MissionLegRequest> given = Objects.requireNonNullElse(request.legs(), List.of());
        for (MissionLegRequest leg : given) {
            LocalDate from = Objects.requireNonNullElse(leg.from(), LocalDate.EPOCH);
            if (leg.from() == null
                    || leg.place() == null
                    || leg.place().isBlank()
                    || leg.place().length() > 200) {
                answers.reject(MissionForm.leg(legs.size() + 1, "place"), "shell.form.required");
            }
            legs.add(MissionForm.readLeg(
                    answers,
                    legs.size() + 1,
                    Objects.requireNonNullElse(leg.country(), ""),
                    Objects.requireNonNullElse(leg.place(), ""),
                    Objects.requireNonNullElse(leg.zone(), ""),
                    from,
                    Objects.requireNonNullElse(leg.to(), from)));
        }
        if (legs.isEmpty() || legs.size() > MissionPolicy.MOST_LEGS) {
            answers.reject("legs", "shell.form.required");
        }
        Set<PersonId> travellers = new LinkedHashSet<>();
        answers.ids(MissionForm.TRAVELLERS).forEach(id -> travellers.add(new PersonId(id)));
        if (travellers.isEmpty()
                || travellers.size() > MissionPolicy.MOST_TRAVELLERS
                || people.personNames(travellers).size() < travellers.size()) {
            answers.reject(MissionForm.TRAVELLERS, "shell.form.choice");
        }
        MissionFacts facts = new MissionFacts(
                answers.get(MissionForm.TITLE),
                request.kind() == null ? MissionKind.STAFF : answers.get(MissionForm.KIND),
                answers.get(MissionForm.PURPOSE),
                request.risk() == null ? MissionRisk.MODERATE : answers.get(MissionForm.RISK),
                person(MissionForm.LEAD, answers),
                person(MissionForm.PRESIDENT, answers),
                travellers,
                legs,
                MissionForm.readLines(answers));
        return new MissionInput(facts, legs.isEmpty() ? List.of() : readCheckIns(request, legs, answers));
    }

    private @Nullable PersonId person(String field, FormValues answers) {
        UUID id = answers.optionalId(field);
        if (id != null && people.personNames(List.of(new PersonId(id))).isEmpty()) {
            answers.reject(field, "shell.form.choice");
        }
        return id == null ? null : new PersonId(id);
    }

    private static List<PlannedCheckIn> readCheckIns(
            MissionRequest request, List<MissionLeg> legs, FormValues answers) {
        List<PlannedCheckIn> planned = new ArrayList<>();
        for (MissionCheckInRequest each :
                Objects.requireNonNullElse(request.checkIns(), List.<MissionCheckInRequest>of())) {
            Optional<Instant> due = TextParser.instant(each.due());
            int grace = Objects.requireNonNullElse(each.grace(), USUAL_GRACE);
            String path = "checkIns[" + planned.size() + "].";
            if (due.isEmpty()) {
                answers.reject(path + "due", "mission.refused.due");
                return List.of();
            }
            if (grace < 0 || grace > MOST_GRACE) {
                answers.reject(path + "grace", "shell.form.between", 0, MOST_GRACE);
                return List.of();
            }
            MissionLeg there = legs.stream()
                    .filter(leg -> !due.get().atZone(leg.zone()).toLocalDate().isAfter(leg.leavesOn()))
                    .findFirst()
                    .orElse(legs.get(legs.size() - 1));
            planned.add(new PlannedCheckIn(due.get(), Duration.ofMinutes(grace), there.zone()));
        }
        return planned;
    }

    @PostMapping("/{id}/check-ins")
    @Requires(MissionPermissions.WATCH)
    @Operation(
            summary = "Record a sign of life",
            description = "A traveller's own, one that a watcher received, or one that a program without an account of"
                    + " its own passes on. It answers what is missing and what is due within the hour.")
    @ApiResponse(
            responseCode = "201",
            description = "What it answers, and what comes next",
            content = @Content(schema = @Schema(implementation = CheckInReceiptResource.class)))
    ResponseEntity<String> record(@PathVariable UUID id, IdempotentPost post, @RequestBody CheckInRequest request) {
        return post.json(request, sent -> record(new MissionId(id), sent));
    }

    private IdempotentResponse record(MissionId id, CheckInRequest request) {
        SignOfLifeRequest sign = JsonForm.read(request, (answers, form) -> {
            UUID traveller = answers.optionalId("traveller");
            return new SignOfLifeRequest(
                    traveller == null ? null : new PersonId(traveller), answers.find(MissionForm.WORD));
        });
        return IdempotentResponse.created(
                CheckInReceiptResource.of(checkIns.record(id, sign.traveller(), sign.word())));
    }
}
