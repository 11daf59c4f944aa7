package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.NewcomerService;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationListQueries;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
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

/** The API of organisations. */
@RestController
@RequestMapping(path = "/api/v1/organisations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "organisations")
class OrganisationApi extends DirectoryApi {

    private final OrganisationListQueries list;
    private final OrganisationQueries organisations;
    private final OrganisationService organisationService;
    private final NewcomerService newcomers;
    private final ApiReferenceReader apiReferenceReader;

    OrganisationApi(
            OrganisationListQueries list,
            OrganisationQueries organisations,
            OrganisationService organisationService,
            NewcomerService newcomers,
            ApiReferenceReader apiReferenceReader,
            AliasRepository aliases) {
        super(aliases);
        this.list = list;
        this.organisations = organisations;
        this.organisationService = organisationService;
        this.newcomers = newcomers;
        this.apiReferenceReader = apiReferenceReader;
    }

    private record OrganisationApiInput(OrganisationFacts facts, ChosenParties<OrganisationId> parents) {}

    @GetMapping
    @Requires(PeoplePermissions.READ)
    @Operation(
            summary = "List organisations, by name",
            description = "Contacts and notes are empty for readers who may not see contact details.")
    @Parameter(name = "q", description = "The beginnings of words in a name")
    @Parameter(name = "kind", description = "One kind")
    @Parameter(name = "place", description = "QC for the whole of Québec, QC-06, MX")
    @Parameter(name = "within", description = "Id of an organisation to which they belong today, directly or not")
    @PageParameters
    DirectoryResources.DirectoryListResource<DirectoryResources.OrganisationResource> list(
            @Parameter(hidden = true) Form asked) {
        ListSlice<OrganisationListQueries.OrganisationLine> found = list.findSlice(ListView.forApi(
                asked, OrganisationListPage::filter, ApiReferenceReader.USUAL, ApiReferenceReader.MOST));
        return new DirectoryResources.DirectoryListResource<>(
                found.rows().stream()
                        .map(line -> DirectoryResources.OrganisationResource.of(
                                line.name().id().value(), null, line.facts(), null))
                        .toList(),
                found.next());
    }

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ)
    @Operation(
            summary = "One organisation, with its affiliations",
            description = "Contacts and note are empty for readers who may not see contact details.")
    @ApiResponse(
            responseCode = "200",
            description = "The organisation",
            content = @Content(schema = @Schema(implementation = DirectoryResources.OrganisationResource.class)))
    @ApiResponse(responseCode = "410", description = "It was merged into the record in replacedBy")
    DirectoryResources.OrganisationResource one(@PathVariable UUID id) {
        return readOrRedirect(id, this::read);
    }

    private DirectoryResources.OrganisationResource read(UUID id) {
        OrganisationQueries.OrganisationVersion entry = organisations.findById(new OrganisationId(id));
        return DirectoryResources.OrganisationResource.of(
                id, entry.version(), entry.facts(), organisations.findDirectParents(entry.id()));
    }

    @PutMapping("/{id}")
    @Requires(PeoplePermissions.EDIT)
    @Operation(
            summary = "Change an organisation",
            description = "Replaces all fields, with the version that was read; affiliations are changed separately.")
    @ApiResponse(
            responseCode = "200",
            description = "The current organisation",
            content = @Content(schema = @Schema(implementation = DirectoryResources.OrganisationResource.class)))
    @ApiResponse(responseCode = "409", description = "It was changed meanwhile; present holds its current state")
    @ApiResponse(responseCode = "410", description = "It was merged into the record in replacedBy")
    DirectoryResources.OrganisationResource change(@PathVariable UUID id, @RequestBody OrganisationChangeRequest sent) {
        OrganisationFacts facts = JsonForm.read(
                sent, ContactPointForm::nameInRequest, (answers, form) -> facts(answers, form, sent.contacts()));
        return changeAndRead(
                id, this::read, () -> organisationService.update(new OrganisationId(id), sent.version(), facts));
    }

    @PostMapping
    @Requires(PeoplePermissions.EDIT)
    @Operation(
            summary = "Add an organisation",
            description =
                    "Sent again under the same Idempotency-Key, or the same without a key within half a minute, it"
                            + " is added once.")
    @ApiResponse(
            responseCode = "201",
            description = "The organisation, at the address in Location",
            content = @Content(schema = @Schema(implementation = DirectoryResources.OrganisationResource.class)))
    ResponseEntity<String> add(IdempotentCreation post, @RequestBody OrganisationRequest sent) {
        return post.json(sent, this::add);
    }

    private IdempotentResponse add(OrganisationRequest sent) {
        OrganisationApiInput entry = JsonForm.read(
                sent,
                ContactPointForm::nameInRequest,
                (answers, form) -> new OrganisationApiInput(
                        facts(answers, form, sent.contacts()), apiReferenceReader.organisations(form, "belongsTo")));
        OrganisationId id = newcomers
                .createOrganisation(entry.facts(), entry.parents(), true)
                .orElseThrow();
        return IdempotentResponse.created("/api/v1/organisations/" + id.value(), read(id.value()));
    }

    private static OrganisationFacts facts(
            FormValues answers, Form form, @Nullable List<DirectoryResources.ContactResource> contacts) {
        form.with("otherNames", String.join("\n", form.values("otherNames")));
        ContactPointForm.fillFrom(form, contacts);
        return OrganisationForm.read(form, answers);
    }

    /** An organisation to create; only the name is required. */
    record OrganisationRequest(
            @Schema(maxLength = 300) String name,
            @Schema(maxLength = 60) @Nullable String shortName,

            @ArraySchema(maxItems = OrganisationForm.OTHER_NAMES) @Nullable
            List<String> otherNames,

            @Nullable OrganisationKind kind,

            @Schema(description = "QC-06, MX, or a name") @Nullable
            String place,

            @Schema(maxLength = 500) @Nullable String website,

            @ArraySchema(maxItems = ContactPointForm.MOST) @Nullable
            List<DirectoryResources.ContactResource> contacts,

            @Schema(maxLength = 20_000) @Nullable String note,

            @ArraySchema(
                    maxItems = ApiReferenceReader.MOST_ORGANISATIONS,
                    arraySchema =
                            @Schema(
                                    description =
                                            "Its parent organisations, each by its id or its name; an unknown name is"
                                                    + " added to the directory"))
            @Nullable
            List<String> belongsTo) {}

    /** The data of an organisation, with the version on which it was read. */
    record OrganisationChangeRequest(
            int version,
            @Schema(maxLength = 300) String name,
            @Schema(maxLength = 60) @Nullable String shortName,

            @ArraySchema(maxItems = OrganisationForm.OTHER_NAMES) @Nullable
            List<String> otherNames,

            @Nullable OrganisationKind kind,

            @Schema(description = "QC-06, MX, or a name") @Nullable
            String place,

            @Schema(maxLength = 500) @Nullable String website,

            @ArraySchema(maxItems = ContactPointForm.MOST) @Nullable
            List<DirectoryResources.ContactResource> contacts,

            @Schema(maxLength = 20_000) @Nullable String note) {}
}
