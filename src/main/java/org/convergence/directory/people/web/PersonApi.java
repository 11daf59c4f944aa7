package org.convergence.directory.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.Found;
import org.convergence.directory.people.domain.Newcomers;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonList;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.directory.people.domain.merging.Aliases;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.idempotency.Answer;
import org.convergence.platform.idempotency.PostedOnce;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of people. */
@RestController
@RequestMapping(path = "/api/v1/people", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "people")
class PersonApi extends DirectoryApi {

    private static final int TITLE = 200;

    private final PersonList list;
    private final PersonReading reading;
    private final PersonRegister register;
    private final Newcomers newcomers;
    private final Meant meant;
    private final PostedOnce posted;

    PersonApi(
            PersonList list,
            PersonReading reading,
            PersonRegister register,
            Newcomers newcomers,
            Meant meant,
            PostedOnce posted,
            Aliases aliases) {
        super(aliases);
        this.list = list;
        this.reading = reading;
        this.register = register;
        this.newcomers = newcomers;
        this.meant = meant;
        this.posted = posted;
    }

    private record Entry(PersonFacts facts, Newcomers.@Nullable Function function) {}

    @GetMapping
    @Requires(PeoplePermissions.READ_PEOPLE)
    @Operation(summary = "List people, by family name")
    @Parameter(name = "q", description = "The beginnings of words of a name")
    @Parameter(name = "organisation", description = "Id of an organisation where they hold a function today")
    @Parameter(name = "title", description = "Words of a function's title")
    @Parameter(name = "language", description = "ISO 639 code of a language that they speak")
    @Parameter(
            name = "limit",
            description = "How many on a page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
    @Parameter(name = "after", description = "What the page before gave as next")
    DirectoryJson.Listed<DirectoryJson.Person> list(@Parameter(hidden = true) Form asked) {
        int limit = Meant.limit(asked);
        Found<PersonList.Line> found = list.page(PersonsAsked.of(asked).filter(), Meant.after(asked), limit);
        return new DirectoryJson.Listed<>(
                found.rows().stream()
                        .map(line -> DirectoryJson.Person.of(line.name().id().value(), null, line.facts(), null))
                        .toList(),
                found.next());
    }

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ_PEOPLE)
    @Operation(summary = "One person, with the functions that she holds and held")
    @ApiResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = DirectoryJson.Person.class)))
    @ApiResponse(responseCode = "410", description = "She was replaced by another record, which replacedBy names")
    DirectoryJson.Person one(@PathVariable UUID id) {
        return found(id, this::read);
    }

    private DirectoryJson.Person read(UUID id) {
        PersonReading.Entry entry = reading.find(new PersonId(id));
        return DirectoryJson.Person.of(id, entry.version(), entry.facts(), reading.functions(entry.id()));
    }

    @PutMapping("/{id}")
    @Requires(PeoplePermissions.EDIT)
    @Operation(
            summary = "Change a person",
            description = "All that is known of her is said anew, with the version that it was read at.")
    @ApiResponse(
            responseCode = "200",
            description = "The person as she stands now",
            content = @Content(schema = @Schema(implementation = DirectoryJson.Person.class)))
    @ApiResponse(responseCode = "409", description = "Somebody changed her meanwhile; present is she as she stands now")
    @ApiResponse(responseCode = "410", description = "She was replaced by another record, which replacedBy names")
    DirectoryJson.Person change(@PathVariable UUID id, @RequestBody PersonChangeRequest sent) {
        PersonFacts facts = JsonForm.read(sent, (answers, form) -> {
            Points.take(form, sent.contacts());
            return PersonForms.read(form, answers);
        });
        return changed(id, this::read, () -> register.change(new PersonId(id), sent.version(), facts));
    }

    @PostMapping
    @Requires(PeoplePermissions.EDIT)
    @Operation(
            summary = "Enter a person",
            description = "Sent again under the same Idempotency-Key, she is entered once.")
    @ApiResponse(
            responseCode = "201",
            description = "The person, at the address in Location",
            content = @Content(schema = @Schema(implementation = DirectoryJson.Person.class)))
    ResponseEntity<String> add(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            @RequestBody PersonRequest sent) {
        return posted.json(key, request, sent, this::add);
    }

    private Answer add(PersonRequest sent) {
        Entry entry = JsonForm.read(sent, (answers, form) -> read(sent, answers, form));
        PersonId id = newcomers.person(entry.facts(), entry.function());
        return new Answer(
                201, "/api/v1/people/" + id.value(), Json.of(read(id.value())).toString());
    }

    private Entry read(PersonRequest sent, Answers answers, Form form) {
        Points.take(form, sent.contacts());
        Chosen<OrganisationId> at = meant.organisations(form, "organisation");
        String title = answers.optionalText("title", TITLE);
        if (title != null && at.isEmpty()) {
            form.reject("organisation", "people.function.where");
        } else if (title == null && !at.isEmpty()) {
            form.reject("title", "people.function.what");
        }
        PersonFacts facts = PersonForms.read(form, answers);
        return new Entry(
                facts,
                title == null || at.isEmpty()
                        ? null
                        : new Newcomers.Function(title, at, answers.optionalDate("since")));
    }
}
