package org.convergence.cooperation.project.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.Disaggregation;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.IndicatorService;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorFacts;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.IndicatorStanding;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValueState;
import org.convergence.cooperation.project.domain.LogicModelService;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.ProjectResults;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.cooperation.project.domain.ProjectService;
import org.convergence.cooperation.project.domain.ProjectService.ProjectFacts;
import org.convergence.cooperation.project.web.ProjectApi.IndicatorResource;
import org.convergence.cooperation.project.web.ProjectApi.ProjectResource;
import org.convergence.cooperation.project.web.ProjectApi.ResultsResource;
import org.convergence.cooperation.project.web.ProjectApi.ValueResource;
import org.convergence.cooperation.project.web.ProjectRequests.CellsOfDimension;
import org.convergence.cooperation.project.web.ProjectRequests.IndicatorRequest;
import org.convergence.cooperation.project.web.ProjectRequests.ProjectRequest;
import org.convergence.cooperation.project.web.ProjectRequests.ValueRequest;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Projects, their indicators and values in the API. */
@RestController
@RequestMapping(path = "/api/v1/projects", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(ProjectPermissions.EDIT)
@Tag(name = "projects")
record ProjectApi(
        ProjectService projects,
        ProjectQueries queries,
        LogicModelService models,
        IndicatorService indicators,
        IndicatorValueWriter values,
        ProjectResults results,
        PeopleDirectory people) {

    @PostMapping
    @Operation(summary = "Open a project")
    @ApiResponse(
            responseCode = "201",
            description = "The project",
            content = @Content(schema = @Schema(implementation = ProjectResource.class)))
    ResponseEntity<String> open(IdempotentCreation post, @RequestBody ProjectRequest request) {
        return post.json(request, sent -> {
            ProjectId id = open(sent);
            return IdempotentResponse.created("/api/v1/projects/" + id.value(), find(id.value()));
        });
    }

    private record NewProjectInput(
            ProjectFacts facts, @Nullable String partner, String brings) {}

    private ProjectId open(ProjectRequest sent) {
        ProjectRole role = sent.role() == null ? ProjectRole.LEAD : sent.role();
        NewProjectInput input = JsonForm.read(sent, (answers, form) -> {
            form.with(ProjectForm.COUNTRIES.name(), String.join(",", form.values(ProjectForm.COUNTRIES.name())));
            return new NewProjectInput(
                    ProjectForm.facts(answers, role, null),
                    answers.optionalText("partner", 300),
                    answers.textOrEmpty(ProjectForm.BRINGS));
        });
        Party partner = input.partner() == null ? null : people.findOrCreateOrganisation(input.partner());
        return projects.open(input.facts(), partner, input.brings());
    }

    @GetMapping("/{id}")
    @Requires(ProjectPermissions.READ)
    @Operation(summary = "A project")
    ProjectResource find(@PathVariable UUID id) {
        return ProjectResource.of(queries.findById(new ProjectId(Objects.requireNonNull(id))));
    }

    @PostMapping("/{id}/indicators")
    @Operation(summary = "Add an indicator to a project")
    @ApiResponse(
            responseCode = "201",
            description = "The indicator",
            content = @Content(schema = @Schema(implementation = IndicatorResource.class)))
    ResponseEntity<String> addIndicator(
            @PathVariable UUID id, IdempotentCreation post, @RequestBody IndicatorRequest request) {
        return post.json(request, sent -> {
            ProjectId project = queries.findById(new ProjectId(id)).id();
            IndicatorFacts facts = JsonForm.read(sent, FigureForm::nameInRequest, (answers, form) -> {
                form.with("result", new UUID(0, 0));
                if (sent.kind() == null) {
                    form.with(IndicatorForm.KIND.name(), IndicatorKind.QUANTITY);
                }
                if (sent.baseline() != null) {
                    FigureForm.putCells(
                            answers,
                            IndicatorForm.BASELINE,
                            sent.baseline().cells(),
                            Disaggregation.parse(Objects.requireNonNullElse(sent.dimensions(), ""))
                                    .orElse(List.of()));
                }
                return IndicatorForm.read(answers);
            });
            ResultId result = models.findOrAddOutcome(
                    project, sent.result() == null ? "" : sent.result().strip());
            IndicatorId indicator = indicators.add(project, facts.withResult(result));
            return IdempotentResponse.created(
                    new IndicatorResource(indicator.value(), result.value(), facts.wording()));
        });
    }

    @PostMapping("/{id}/values")
    @Operation(summary = "Set the target of an indicator in a period, enter its value, or submit it")
    @ApiResponse(
            responseCode = "201",
            description = "The indicator in the period",
            content = @Content(schema = @Schema(implementation = ValueResource.class)))
    ResponseEntity<String> write(@PathVariable UUID id, IdempotentPost post, @RequestBody ValueRequest request) {
        return post.json(
                request, sent -> IdempotentResponse.created(ValueResource.of(values.write(new ProjectId(id), sent))));
    }

    @GetMapping("/{id}/results")
    @Requires(ProjectPermissions.READ)
    @Operation(summary = "The indicators of a project in each of its periods")
    ResultsResource findResults(@PathVariable UUID id) {
        return new ResultsResource(
                results.findTable(queries.findById(new ProjectId(id)).id()).cells().stream()
                        .map(ValueResource::of)
                        .toList());
    }

    /** A project. */
    @Schema(name = "Project")
    record ProjectResource(
            UUID id,
            String title,
            ProjectRole role,

            @Schema(description = "Their names") String partners,
            List<String> countries,
            @Nullable Integer reach,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        static ProjectResource of(ProjectRow it) {
            return new ProjectResource(
                    it.id().value(),
                    it.title(),
                    it.role(),
                    it.partners(),
                    it.countries(),
                    it.reach(),
                    it.startsOn(),
                    it.endsOn());
        }
    }

    /** A recorded indicator. */
    @Schema(name = "ProjectIndicator")
    record IndicatorResource(UUID id, UUID result, String wording) {}

    /** A figure. */
    @Schema(name = "IndicatorFigure")
    record FigureResource(
            @Schema(description = "The total of the cells, the number, or the ratio in percent") @Nullable
            BigDecimal amount,

            @Nullable BigDecimal number,
            @Nullable BigDecimal denominator,
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer other,
            @Nullable Integer notStated,
            @Nullable String words,

            @Schema(description = "Of each dimension besides sex, in the indicator's order; null if none is known")
            @Nullable
            List<CellsOfDimension> cells) {

        static @Nullable FigureResource of(@Nullable IndicatorFigure it) {
            if (it == null) {
                return null;
            }
            PeopleBySex people = it.people();
            return new FigureResource(
                    it.amount().orElse(null),
                    it.number(),
                    it.denominator(),
                    people == null ? null : people.women(),
                    people == null ? null : people.men(),
                    people == null ? null : people.other(),
                    people == null ? null : people.notStated(),
                    it.words(),
                    it.cells() == null
                            ? null
                            : it.cells().stream().map(CellsOfDimension::of).toList());
        }
    }

    /** An indicator in a period. */
    @Schema(name = "IndicatorValue")
    record ValueResource(
            UUID indicator,
            String wording,

            @Schema(description = "A line for each dimension besides sex, with its cells")
            String dimensions,

            LocalDate from,
            LocalDate to,
            boolean locked,
            ValueState state,
            IndicatorStanding standing,
            @Nullable FigureResource target,
            @Nullable FigureResource actual,

            @Schema(description = "What realisations give today, if it differs from what was submitted") @Nullable
            FigureResource since) {

        static ValueResource of(IndicatorResult it) {
            return new ValueResource(
                    it.indicator().id().value(),
                    it.indicator().wording(),
                    it.indicator().dimensions(),
                    it.period().startsOn(),
                    it.period().endsOn(),
                    it.period().isLocked(),
                    it.state(),
                    it.standing(),
                    FigureResource.of(it.target()),
                    FigureResource.of(it.actual()),
                    FigureResource.of(it.since()));
        }
    }

    /** The results of a project. */
    @Schema(name = "ProjectResults")
    record ResultsResource(List<ValueResource> items) {}
}
