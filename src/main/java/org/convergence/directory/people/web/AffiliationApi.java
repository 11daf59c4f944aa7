package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.domain.AffiliationQueries;
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API of affiliations. */
@RestController
@RequestMapping(path = "/api/v1/affiliations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "affiliations")
class AffiliationApi extends DirectoryApi {

    private final AffiliationQueries list;
    private final AffiliationService affiliations;

    AffiliationApi(AffiliationQueries list, AffiliationService affiliations, AliasRepository aliases) {
        super(aliases);
        this.list = list;
        this.affiliations = affiliations;
    }

    @GetMapping
    @Requires(PeoplePermissions.READ)
    @Operation(summary = "List affiliations, in the order in which they were recorded")
    @Parameter(name = "member", description = "Id of the affiliated organisation")
    @Parameter(name = "parent", description = "Id of its direct parent")
    @Parameter(name = "on", description = "A day, 2026-01-14: only those valid on it")
    @PageParameters
    AffiliationResource.AffiliationListResource list(@Parameter(hidden = true) Form asked) {
        ListSlice<AffiliationQueries.AffiliationLine> found = list.findSlice(ListView.forApi(
                asked,
                answers -> new AffiliationQueries.AffiliationFilter(
                        answers.optionalId("member"), answers.optionalId("parent"), answers.optionalDate("on")),
                ApiReferenceReader.USUAL,
                ApiReferenceReader.MOST));
        return new AffiliationResource.AffiliationListResource(
                found.rows().stream().map(AffiliationResource::of).toList(), found.next());
    }

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ)
    @Operation(summary = "One affiliation")
    AffiliationResource one(@PathVariable UUID id) {
        return AffiliationResource.of(list.findById(new AffiliationId(id)));
    }

    @PostMapping
    @Requires(PeoplePermissions.EDIT)
    @Operation(
            summary = "Affiliate an organisation to another",
            description = "Refused where it would close a circle or overlaps the same affiliation. Sent again under"
                    + " the same Idempotency-Key, it is recorded once.")
    @ApiResponse(
            responseCode = "201",
            description = "The affiliation, at the address in Location",
            content = @Content(schema = @Schema(implementation = AffiliationResource.class)))
    ResponseEntity<String> affiliate(IdempotentCreation post, @RequestBody AffiliationRequest sent) {
        return post.json(sent, this::affiliate);
    }

    private IdempotentResponse affiliate(AffiliationRequest sent) {
        AffiliationNature nature = Objects.requireNonNullElse(sent.nature(), AffiliationNature.AFFILIATED);
        Period period = JsonForm.read(sent, (answers, form) -> PeriodForm.read(form, answers));
        AffiliationId id = affiliations.affiliate(
                new OrganisationId(sent.member()), new OrganisationId(sent.parent()), nature, period);
        return IdempotentResponse.created("/api/v1/affiliations/" + id.value(), one(id.value()));
    }

    @PutMapping("/{id}")
    @Requires(PeoplePermissions.EDIT)
    @Operation(
            summary = "Change an affiliation",
            description = "Its nature and its days, with the version that was read; the last day ends it.")
    @ApiResponse(
            responseCode = "200",
            description = "The current affiliation",
            content = @Content(schema = @Schema(implementation = AffiliationResource.class)))
    @ApiResponse(responseCode = "409", description = "It was changed meanwhile; present holds its current state")
    AffiliationResource change(@PathVariable UUID id, @RequestBody AffiliationChangeRequest sent) {
        Period period = JsonForm.read(sent, (answers, form) -> PeriodForm.read(form, answers));
        return changeAndRead(
                id, this::one, () -> affiliations.update(new AffiliationId(id), sent.version(), sent.nature(), period));
    }

    @DeleteMapping("/{id}")
    @Requires(PeoplePermissions.EDIT)
    @Operation(
            summary = "Delete an affiliation recorded by mistake",
            description = "To end one, set its last day instead.")
    @ApiResponse(responseCode = "204", description = "It is deleted")
    @ApiResponse(responseCode = "409", description = "It was changed meanwhile")
    ResponseEntity<Void> withdraw(
            @PathVariable UUID id, @Parameter(description = "The version that was read") @RequestParam int version) {
        affiliations.delete(new AffiliationId(id), version);
        return ResponseEntity.noContent().build();
    }

    /** An affiliation to create. */
    record AffiliationRequest(
            @Schema(description = "Id of the affiliated organisation")
            UUID member,

            @Schema(description = "Id of its parent") UUID parent,

            @Schema(description = "AFFILIATED by default") @Nullable
            AffiliationNature nature,

            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /** The nature and the days of an affiliation, with the version on which it was read. */
    record AffiliationChangeRequest(
            int version,
            AffiliationNature nature,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * An affiliation.
     *
     * @param since the first day, {@code null} where unknown
     * @param until the last day, {@code null} while it lasts
     */
    @Schema(name = "AffiliationJson")
    public record AffiliationResource(
            UUID id,
            int version,
            UUID member,
            String memberName,
            UUID parent,
            String parentName,
            AffiliationNature nature,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {

        static AffiliationResource of(AffiliationQueries.AffiliationLine line) {
            return new AffiliationResource(
                    line.id().value(),
                    line.version(),
                    line.member().id().value(),
                    line.member().name(),
                    line.parent().id().value(),
                    line.parent().name(),
                    line.nature(),
                    line.period().since(),
                    line.period().until());
        }

        /** A page of affiliations. */
        @Schema(name = "Listed")
        record AffiliationListResource(
                List<AffiliationResource> items, @Nullable String next) {}
    }
}
