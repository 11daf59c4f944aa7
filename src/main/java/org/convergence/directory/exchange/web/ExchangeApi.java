package org.convergence.directory.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.exchange.domain.ExchangeQueries;
import org.convergence.directory.exchange.domain.ExchangeRow;
import org.convergence.directory.exchange.domain.ExchangeService;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of exchanges. */
@RestController
@RequestMapping(path = "/api/v1/exchanges", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "exchanges")
record ExchangeApi(ExchangeService exchangeService, ExchangeQueries exchangeQueries, PeopleDirectory people) {

    private static final int MOST = 200;
    private static final int USUAL = 100;

    @PostMapping
    @Requires(ExchangePermissions.RECORD)
    @Operation(
            summary = "Record an exchange with someone",
            description = "Sent again under the same Idempotency-Key, it is recorded once.")
    @ApiResponse(
            responseCode = "201",
            description = "The id of the exchange in the list",
            content = @Content(schema = @Schema(implementation = ExchangeResources.RecordedExchangeResource.class)))
    ResponseEntity<String> record(IdempotentCreation post, @RequestBody ExchangeRequest request) {
        return post.json(request, this::record);
    }

    /** The answer stored for a repeated request contains no name. */
    private IdempotentResponse record(ExchangeRequest request) {
        ExchangeContent what = JsonForm.read(request, this::read);
        ExchangeId id = exchangeService.record(what);
        return IdempotentResponse.created(new ExchangeResources.RecordedExchangeResource(id.value()));
    }

    @GetMapping
    @Requires(ExchangePermissions.READ)
    @Operation(summary = "List exchanges, the latest first")
    @Parameter(name = "q", description = "Words of the subject or text; the last may be incomplete")
    @Parameter(name = "from", description = "The first day", schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "to", description = "The last day", schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "channel", description = "The channel", schema = @Schema(implementation = ExchangeChannel.class))
    @Parameter(
            name = "person",
            description = "Id of a person who took part",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "organisation",
            description = "Id of an organisation that took part",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "limit",
            description = "Page size",
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "100"))
    @Parameter(name = "after", description = "The previous page's next")
    ExchangeResources.ExchangeListResource list(Form asked) {
        ListSlice<ExchangeRow> slice =
                exchangeQueries.findSlice(ListView.forApi(asked, answers -> filter(asked, answers), USUAL, MOST));
        List<ExchangeResources.ExchangeResource> items = slice.rows().stream()
                .map(ExchangeResources.ExchangeResource::of)
                .toList();
        return new ExchangeResources.ExchangeListResource(items, slice.next());
    }

    private static ExchangeFilter filter(Form asked, FormValues answers) {
        UUID person = answers.optionalId("person");
        UUID organisation = answers.optionalId("organisation");
        return new ExchangeFilter(
                asked.value("q"),
                answers.optionalDate("from"),
                answers.optionalDate("to"),
                answers.optionalChoice("channel", ExchangeChannel.class),
                person == null ? null : new PersonId(person),
                organisation == null ? null : new OrganisationId(organisation));
    }

    /** Reads an exchange from an API request; participants are given by id. */
    private ExchangeContent read(FormValues answers, Form form) {
        var day = answers.date("date");
        var channel = answers.choice("channel", ExchangeChannel.class);
        String subject = answers.text("subject", ExchangeContent.LONGEST_SUBJECT);
        String text = answers.optionalText("text", ExchangeContent.LONGEST_TEXT);
        List<PersonId> persons =
                ids(form, answers, "people").stream().map(PersonId::new).toList();
        if (people.personNames(persons).size() < persons.size()) {
            form.reject("people", "exchange.unknown-person");
        }
        List<OrganisationId> organisations = ids(form, answers, "organisations").stream()
                .map(OrganisationId::new)
                .toList();
        if (people.organisationNames(organisations).size() < organisations.size()) {
            form.reject("organisations", "exchange.unknown-organisation");
        }
        return new ExchangeContent(
                day, channel, subject, text == null ? "" : text, Set.copyOf(persons), Set.copyOf(organisations));
    }

    private static List<UUID> ids(Form form, FormValues answers, String field) {
        List<UUID> ids = answers.ids(field);
        if (ids.size() < new LinkedHashSet<>(form.values(field)).size()) {
            form.reject(field, "shell.form.choice");
        } else if (ids.size() > ExchangeContent.MOST) {
            form.reject(field, "people.chooser.most", ExchangeContent.MOST);
        }
        return ids;
    }
}
