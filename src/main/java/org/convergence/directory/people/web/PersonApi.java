package org.convergence.directory.people.web;

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
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.NewcomerService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonListQueries;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.ApiCondition;
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

/** The API of people. */
@RestController
@RequestMapping(path = "/api/v1/people", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "people")
class PersonApi extends DirectoryApi {

    private static final int TITLE = 200;

    private final PersonListQueries list;
    private final PersonQueries persons;
    private final PersonService personService;
    private final NewcomerService newcomers;
    private final ApiReferenceReader apiReferenceReader;

    PersonApi(
            PersonListQueries list,
            PersonQueries persons,
            PersonService personService,
            NewcomerService newcomers,
            ApiReferenceReader apiReferenceReader,
            AliasRepository aliases) {
        super(aliases);
        this.list = list;
        this.persons = persons;
        this.personService = personService;
        this.newcomers = newcomers;
        this.apiReferenceReader = apiReferenceReader;
    }

    private record PersonApiInput(PersonFacts facts, NewcomerService.@Nullable NewcomerFunction function) {}

    @GetMapping
    @Requires(PeoplePermissions.READ_PEOPLE)
    @Operation(summary = "List people, by family name")
    @Parameter(name = "q", description = "The beginnings of words in a name")
    @Parameter(name = "organisation", description = "Id of an organisation where they hold a function today")
    @Parameter(name = "title", description = "Words of a function's title")
    @Parameter(name = "language", description = "ISO 639 code of a language that they speak")
    @PageParameters
    DirectoryResources.DirectoryListResource<DirectoryResources.PersonResource> list(
            @Parameter(hidden = true) Form asked) {
        ListSlice<PersonListQueries.PersonLine> found = list.findSlice(
                ListView.forApi(asked, PersonListPage::filter, ApiReferenceReader.USUAL, ApiReferenceReader.MOST));
        return new DirectoryResources.DirectoryListResource<>(
                found.rows().stream()
                        .map(line -> DirectoryResources.PersonResource.of(
                                line.name().id().value(), null, line.facts(), null))
                        .toList(),
                found.next());
    }

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ_PEOPLE)
    @Operation(summary = "One person, with current and past functions")
    @ApiResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = DirectoryResources.PersonResource.class)))
    @ApiResponse(responseCode = "410", description = "The person was merged into the record in replacedBy")
    DirectoryResources.PersonResource one(@PathVariable UUID id) {
        return readOrRedirect(id, this::read);
    }

    private DirectoryResources.PersonResource read(UUID id) {
        PersonQueries.PersonVersion entry = persons.findById(new PersonId(id));
        return DirectoryResources.PersonResource.of(
                id, entry.version(), entry.facts(), persons.findFunctions(entry.id()));
    }

    @PutMapping("/{id}")
    @Requires(PeoplePermissions.EDIT)
    @Operation(summary = "Change a person", description = "Replaces all fields, with the version that was read.")
    @ApiResponse(
            responseCode = "200",
            description = "The current person",
            content = @Content(schema = @Schema(implementation = DirectoryResources.PersonResource.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The person was changed meanwhile; present holds the current state")
    @ApiResponse(responseCode = "410", description = "The person was merged into the record in replacedBy")
    DirectoryResources.PersonResource change(@PathVariable UUID id, @RequestBody PersonChangeRequest sent) {
        PersonFacts facts = JsonForm.read(sent, ContactPointForm::nameInRequest, (answers, form) -> {
            ContactPointForm.fillFrom(form, sent.contacts());
            return PersonForm.read(form, answers);
        });
        return changeAndRead(id, this::read, () -> personService.update(new PersonId(id), sent.version(), facts));
    }

    @PostMapping
    @Requires(PeoplePermissions.EDIT)
    @Operation(
            summary = "Add a person",
            description =
                    "Sent again under the same Idempotency-Key, or the same without a key within half a minute, the"
                            + " person is added once. Others who have the same name are in the answer.")
    @ApiResponse(
            responseCode = "201",
            description = "The person, at the address in Location",
            content = @Content(schema = @Schema(implementation = DirectoryResources.PersonResource.class)))
    ResponseEntity<String> add(IdempotentCreation post, @RequestBody PersonRequest sent) {
        return post.json(sent, this::add);
    }

    private IdempotentResponse add(PersonRequest sent) {
        PersonApiInput entry =
                JsonForm.read(sent, ContactPointForm::nameInRequest, (answers, form) -> read(sent, answers, form));
        PersonId id =
                newcomers.createPerson(entry.facts(), entry.function(), true).orElseThrow();
        List<UUID> sameName = newcomers.findPeopleByName(entry.facts().displayName()).stream()
                .map(each -> each.id().value())
                .filter(each -> !each.equals(id.value()))
                .toList();
        return IdempotentResponse.created(
                "/api/v1/people/" + id.value(), read(id.value()).withSameName(sameName));
    }

    private PersonApiInput read(PersonRequest sent, FormValues answers, Form form) {
        ContactPointForm.fillFrom(form, sent.contacts());
        ChosenParties<OrganisationId> at = apiReferenceReader.organisations(form, "organisation");
        String title = answers.optionalText("title", TITLE);
        if (title != null && at.isEmpty()) {
            form.reject("organisation", "people.function.where");
        } else if (title == null && !at.isEmpty()) {
            form.reject("title", "people.function.what");
        }
        PersonFacts facts = PersonForm.read(form, answers);
        return new PersonApiInput(
                facts,
                title == null || at.isEmpty()
                        ? null
                        : new NewcomerService.NewcomerFunction(title, at, answers.optionalDate("since")));
    }

    /** A person to create; one of the names is required. */
    record PersonRequest(
            @Schema(maxLength = 100) @Nullable String givenName,
            @Schema(maxLength = 100) @Nullable String familyName,
            @Schema(maxLength = 200) @Nullable String displayForm,
            @Schema(maxLength = 40) @Nullable String pronoun,

            @ArraySchema(maxItems = 10, arraySchema = @Schema(description = "ISO 639 codes, the preferred one first"))
            @Nullable
            List<String> languages,

            @ArraySchema(maxItems = ContactPointForm.MOST) @Nullable
            List<DirectoryResources.ContactResource> contacts,

            @Schema(maxLength = 20_000) @Nullable String note,

            @Schema(
                    description = "The organisation of the function, by its id or its name; an unknown name is"
                            + " added to the directory")
            @Nullable
            String organisation,

            @Schema(description = "Title of the function", maxLength = 200) @Nullable
            String title,

            @ApiCondition(with = "organisation") @Schema(description = "First day of the function") @Nullable
            LocalDate since) {}

    /** The data of a person, with the version on which it was read. */
    record PersonChangeRequest(
            int version,
            @Schema(maxLength = 100) @Nullable String givenName,
            @Schema(maxLength = 100) @Nullable String familyName,
            @Schema(maxLength = 200) @Nullable String displayForm,
            @Schema(maxLength = 40) @Nullable String pronoun,

            @ArraySchema(maxItems = 10, arraySchema = @Schema(description = "ISO 639 codes, the preferred one first"))
            @Nullable
            List<String> languages,

            @ArraySchema(maxItems = ContactPointForm.MOST) @Nullable
            List<DirectoryResources.ContactResource> contacts,

            @Schema(maxLength = 20_000) @Nullable String note) {}
}
