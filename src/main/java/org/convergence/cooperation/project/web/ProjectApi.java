package org.convergence.cooperation.project.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.Disaggregation;
import org.convergence.cooperation.project.domain.IndicatorService;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorFacts;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.LogicModelService;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectResults;
import org.convergence.cooperation.project.domain.ProjectService;
import org.convergence.cooperation.project.domain.ProjectService.ProjectFacts;
import org.convergence.cooperation.project.web.ProjectRequests.IndicatorRequest;
import org.convergence.cooperation.project.web.ProjectRequests.ProjectRequest;
import org.convergence.cooperation.project.web.ProjectRequests.ValueRequest;
import org.convergence.cooperation.project.web.ProjectResources.IndicatorResource;
import org.convergence.cooperation.project.web.ProjectResources.IndicatorsResource;
import org.convergence.cooperation.project.web.ProjectResources.ProjectResource;
import org.convergence.cooperation.project.web.ProjectResources.ResultsResource;
import org.convergence.cooperation.project.web.ProjectResources.ValueResource;
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
        MeasurementQueries measurement,
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
            return IdempotentResponse.created(IndicatorResource.of(measurement.findIndicator(project, indicator)));
        });
    }

    @GetMapping("/{id}/indicators")
    @Requires(ProjectPermissions.READ)
    @Operation(summary = "The indicators of a project, with their baselines")
    IndicatorsResource findIndicators(@PathVariable UUID id) {
        return new IndicatorsResource(
                measurement.findIndicators(queries.findById(new ProjectId(id)).id()).stream()
                        .map(IndicatorResource::of)
                        .toList());
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
}
