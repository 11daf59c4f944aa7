package org.convergence.cooperation.narrative.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.NarrativeState;
import org.convergence.cooperation.narrative.domain.NarrativePassage;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageStanding;
import org.convergence.cooperation.narrative.domain.NarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeFilter;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.narrative.domain.NarrativeReportService;
import org.convergence.cooperation.narrative.domain.NarrativeReportService.NewNarrativeReport;
import org.convergence.cooperation.narrative.domain.NarrativeSection;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionContent;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionId;
import org.convergence.cooperation.narrative.domain.NarrativeSectionService;
import org.convergence.cooperation.narrative.web.NarrativeApi.NarrativeReportListResource;
import org.convergence.cooperation.narrative.web.NarrativeApi.NarrativeReportRequest;
import org.convergence.cooperation.narrative.web.NarrativeApi.NarrativeReportResource;
import org.convergence.cooperation.narrative.web.NarrativeApi.NarrativeSectionResource;
import org.convergence.cooperation.narrative.web.NarrativeApi.NarrativeTextRequest;
import org.convergence.cooperation.narrative.web.NarrativeForm.NewSections;
import org.convergence.cooperation.narrative.web.NarrativeForm.ReportLanguage;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.text.AnswerLimit.CountUnit;
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
record NarrativeApi(NarrativeReportService service, NarrativeSectionService sections, NarrativeQueries queries) {

    private record NewNarrativeInput(
            NewNarrativeReport facts, @Nullable NewSections sections) {}

    @PostMapping
    @Operation(summary = "Open a narrative report to a funder")
    @ApiResponse(
            responseCode = "201",
            description = "The report",
            content = @Content(schema = @Schema(implementation = NarrativeReportResource.class)))
    ResponseEntity<String> open(IdempotentCreation post, @RequestBody NarrativeReportRequest request) {
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

    /** A report to open. */
    record NarrativeReportRequest(
            @Schema(description = "Id of the project") UUID project,

            @Schema(description = "Id of the deliverable of an agreement, which gives the funder") @Nullable
            UUID due,

            @Schema(description = "Id of the funder, without a deliverable") @Nullable
            UUID funder,

            @Schema(minLength = 1, maxLength = 300) String title,

            @Schema(description = "Else FRENCH") @Nullable ReportLanguage language,

            @Schema(description = "The first day") LocalDate from,

            @Schema(description = "The last day") LocalDate to,

            @Schema(
                    description =
                            "The funder’s sections as text: one a paragraph, with its limit in words or characters",
                    maxLength = 100_000)
            @Nullable
            String sections,

            @Schema(description = "Else the id of the report whose sections are taken up") @Nullable
            UUID earlier) {}

    /** The text of a section. */
    record NarrativeTextRequest(
            @Schema(description = "The version that was read")
            int version,

            @Schema(maxLength = NarrativeSection.LONGEST) @Nullable
            String body) {}

    /** What a section says of a partner. */
    @Schema(name = "NarrativePassage")
    record NarrativePassageResource(
            UUID organisation,
            String body,
            PassageStanding standing,

            @Schema(description = "Whether the file has it: only with the partner’s yes")
            boolean inFile) {

        static NarrativePassageResource of(NarrativePassage it) {
            return new NarrativePassageResource(
                    it.organisation().value(),
                    it.content().body(),
                    it.standing(),
                    it.standing() == PassageStanding.AGREED);
        }
    }

    /** A section. */
    @Schema(name = "NarrativeSection")
    record NarrativeSectionResource(
            UUID id,
            int version,
            String heading,
            String instruction,
            @Nullable Integer most,
            @Nullable CountUnit unit,
            String body,
            List<NarrativePassageResource> passages) {

        static NarrativeSectionResource of(NarrativeSection it, List<NarrativePassage> passages) {
            NarrativeSectionContent content = it.content();
            return new NarrativeSectionResource(
                    it.id(),
                    it.version(),
                    content.heading(),
                    content.instruction(),
                    content.most(),
                    content.unit(),
                    content.body(),
                    passages.stream()
                            .filter(each -> each.section().equals(it.typedId()))
                            .map(NarrativePassageResource::of)
                            .toList());
        }
    }

    /** A report. */
    @Schema(name = "NarrativeReport")
    record NarrativeReportResource(
            UUID id,
            int version,
            UUID project,
            @Nullable UUID due,
            @Nullable UUID funder,
            String title,
            String language,
            LocalDate from,
            LocalDate to,
            NarrativeState state,
            @Nullable LocalDate filed,

            @ArraySchema(arraySchema = @Schema(description = "In the funder’s order; empty in lists"))
            List<NarrativeSectionResource> sections) {

        static NarrativeReportResource of(NarrativeRow it, List<NarrativeSectionResource> sections) {
            return new NarrativeReportResource(
                    it.id().value(),
                    it.version(),
                    it.project().value(),
                    it.due() == null ? null : it.due().value(),
                    it.funder() == null ? null : it.funder().value(),
                    it.title(),
                    it.language(),
                    it.startsOn(),
                    it.endsOn(),
                    it.state(),
                    it.filedOn(),
                    sections);
        }
    }

    /** A page of the list. */
    @Schema(name = "NarrativeReportPage")
    record NarrativeReportListResource(
            List<NarrativeReportResource> items,

            @Schema(description = "The value of after for the next page; null on the last") @Nullable
            String next) {}
}
