package org.convergence.cooperation.narrative.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.NarrativeSectionId;
import org.convergence.cooperation.narrative.domain.NarrativePassage;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageStanding;
import org.convergence.cooperation.narrative.domain.NarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeFilter;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.narrative.domain.NarrativeReportService;
import org.convergence.cooperation.narrative.domain.NarrativeReportService.NewNarrativeReport;
import org.convergence.cooperation.narrative.domain.NarrativeSection;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionContent;
import org.convergence.cooperation.narrative.domain.NarrativeSectionService;
import org.convergence.cooperation.narrative.web.NarrativeForm.NewSections;
import org.convergence.cooperation.narrative.web.NarrativeForm.ReportLanguage;
import org.convergence.cooperation.narrative.web.NarrativeResources.NarrativeReportListResource;
import org.convergence.cooperation.narrative.web.NarrativeResources.NarrativeReportRequest;
import org.convergence.cooperation.narrative.web.NarrativeResources.NarrativeReportResource;
import org.convergence.cooperation.narrative.web.NarrativeResources.NarrativeSectionResource;
import org.convergence.cooperation.narrative.web.NarrativeResources.NarrativeTextRequest;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Narrative reports and their sections in the API. */
@RestController
@RequestMapping(path = "/api/v1/narrative-reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(NarrativePermissions.EDIT)
@Tag(name = "narrative-reports")
class NarrativeApi {

    private final NarrativeReportService service;
    private final NarrativeSectionService sections;
    private final NarrativeQueries queries;

    NarrativeApi(NarrativeReportService service, NarrativeSectionService sections, NarrativeQueries queries) {
        this.service = service;
        this.sections = sections;
        this.queries = queries;
    }

    private record NewNarrativeInput(
            NewNarrativeReport facts, @Nullable NewSections sections) {}

    @PostMapping
    @Operation(summary = "Open a narrative report to a funder")
    @ApiResponse(
            responseCode = "201",
            description = "The report",
            content = @Content(schema = @Schema(implementation = NarrativeReportResource.class)))
    ResponseEntity<String> open(IdempotentPost post, @RequestBody NarrativeReportRequest request) {
        return post.json(request, sent -> {
            NewNarrativeInput input = JsonForm.read(sent, (answers, form) -> {
                if (!form.filled(NarrativeForm.LANGUAGE.name())) {
                    form.with(NarrativeForm.LANGUAGE.name(), ReportLanguage.FRENCH);
                }
                UUID funder = answers.optionalId(NarrativeForm.FUNDER);
                return new NewNarrativeInput(
                        NarrativeForm.read(answers, funder == null ? null : new OrganisationId(funder)),
                        form.filled(NarrativeForm.SECTIONS.name()) || form.filled(NarrativeForm.EARLIER.name())
                                ? NarrativeForm.readSections(answers)
                                : null);
            });
            NarrativeReportId id = service.open(input.facts());
            NewSections added = input.sections();
            if (added != null && added.earlier() != null) {
                sections.copy(id, added.earlier());
            } else if (added != null) {
                sections.add(id, added.pasted());
            }
            return IdempotentResponse.created("/api/v1/narrative-reports/" + id.value(), find(id.value()));
        });
    }

    @GetMapping
    @Requires(NarrativePermissions.READ)
    @Operation(summary = "List narrative reports, by the deadline of their deliverables")
    @Parameter(name = "project", description = "Id of a project", schema = @Schema(type = "string", format = "uuid"))
    @Parameter(name = "filed", description = "Only those that are filed, or not", schema = @Schema(type = "boolean"))
    @Parameter(
            name = "limit",
            description = "Page size",
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "100"))
    @Parameter(name = "after", description = "The previous page's next")
    NarrativeReportListResource list(Form asked) {
        ListSlice<NarrativeRow> slice = queries.findSlice(ListView.forApi(
                asked,
                answers -> {
                    UUID project = answers.optionalId("project");
                    return new NarrativeFilter(
                            "",
                            asked.filled("filed") ? answers.trueOrFalse("filed") : null,
                            project == null ? null : new ProjectId(project),
                            null);
                },
                100,
                200));
        return new NarrativeReportListResource(
                slice.rows().stream()
                        .map(row -> NarrativeReportResource.of(row, List.of()))
                        .toList(),
                slice.next());
    }

    @GetMapping("/{id}")
    @Requires(NarrativePermissions.READ)
    @Operation(
            summary = "A narrative report with its sections",
            description = "Passages without the partner’s yes are for those who write.")
    NarrativeReportResource find(@PathVariable UUID id) {
        NarrativeRow row = queries.findById(new NarrativeReportId(id));
        boolean edits = CurrentActor.get().may(NarrativePermissions.EDIT);
        List<NarrativePassage> passages = queries.findPassages(row.id()).stream()
                .filter(each -> edits || each.standing() == PassageStanding.AGREED)
                .toList();
        return NarrativeReportResource.of(
                row,
                queries.findSections(row.id()).stream()
                        .map(each -> NarrativeSectionResource.of(each, passages))
                        .toList());
    }

    @PutMapping("/{id}/sections/{section}")
    @Operation(
            summary = "Write the text of a section",
            description = "409 if the section was changed since the version sent.")
    NarrativeSectionResource write(
            @PathVariable UUID id, @PathVariable UUID section, @RequestBody NarrativeTextRequest sent) {
        NarrativeSectionId typed = new NarrativeSectionId(section);
        NarrativeSection stands = queries.findSection(typed);
        if (!stands.report().equals(new NarrativeReportId(id))) {
            throw new NotFound("narrative-section");
        }
        String body = JsonForm.read(sent, (answers, form) -> NarrativeForm.text(answers, NarrativeForm.BODY));
        NarrativeSectionContent content = stands.content();
        sections.write(
                typed,
                sent.version(),
                new NarrativeSectionContent(
                        content.heading(), content.instruction(), content.most(), content.unit(), body),
                null);
        return NarrativeSectionResource.of(queries.findSection(typed), queries.findPassages(stands.report()));
    }
}
