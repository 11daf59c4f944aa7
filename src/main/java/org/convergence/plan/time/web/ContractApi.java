package org.convergence.plan.time.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.ContractQueries;
import org.convergence.plan.time.domain.ContractService;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.ContractTerms;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
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

/** Contracts in the API. */
@RestController
@RequestMapping(path = "/api/v1/contracts", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(TimePermissions.KEEP)
@Tag(name = "time")
record ContractApi(ContractQueries queries, ContractService contracts, PeopleDirectory people) {

    /** The whole content of a contract, except its person, with the version that was read. */
    record ContractChangeRequest(
            int version,
            LocalDate from,

            @Schema(description = "Its last day; null if unknown") @Nullable
            LocalDate to,

            ContractSource source,

            @ArraySchema(minItems = 7, maxItems = 7, arraySchema = @Schema(description = "Hours from Monday to Sunday"))
            List<BigDecimal> days,

            @Schema(description = "Percentage for running the office; 30 by default") @Nullable
            Integer office,

            @Schema(description = "Whether it may overlap another contract of the person; false by default") @Nullable
            Boolean beside,

            @Schema(description = "The only approver of its weeks; null for anyone who may approve weeks") @Nullable
            UUID approver) {}

    /** A contract to add. */
    record ContractRequest(
            UUID person,
            LocalDate from,

            @Schema(description = "Its last day; null if unknown") @Nullable
            LocalDate to,

            ContractSource source,

            @ArraySchema(minItems = 7, maxItems = 7, arraySchema = @Schema(description = "Hours from Monday to Sunday"))
            List<BigDecimal> days,

            @Schema(description = "Percentage for running the office; 30 by default") @Nullable
            Integer office,

            @Schema(description = "Whether it may overlap another contract of the person; false by default") @Nullable
            Boolean beside,

            @Schema(description = "The only approver of its weeks; null for anyone who may approve weeks") @Nullable
            UUID approver) {}

    @GetMapping
    @Operation(summary = "List contracts", description = "Those without an end first, then the latest to end.")
    TimeResources.ContractListResource list() {
        return new TimeResources.ContractListResource(queries.findAllWithoutNames().stream()
                .map(TimeResources.ContractResource::of)
                .toList());
    }

    @PostMapping
    @Operation(
            summary = "Add a contract",
            description = "Refused where it overlaps another contract of the person, unless beside is true.")
    @ApiResponse(
            responseCode = "201",
            description = "The contract",
            content = @Content(schema = @Schema(implementation = TimeResources.ContractResource.class)))
    ResponseEntity<String> agree(IdempotentCreation post, @RequestBody ContractRequest sent) {
        return post.json(sent, this::agree);
    }

    private IdempotentResponse agree(ContractRequest sent) {
        UUID id = contracts.create(JsonForm.read(sent, this::read));
        return IdempotentResponse.created(TimeResources.ContractResource.of(contracts.findById(id)));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Correct a contract",
            description = "Replaces all fields except the person. 409 if it was changed since the version sent.")
    TimeResources.ContractResource correct(@PathVariable UUID id, @RequestBody ContractChangeRequest sent) {
        PersonId person = contracts.findById(id).facts().person();
        contracts.update(id, sent.version(), JsonForm.read(sent, (answers, form) -> read(answers, form, person)));
        return TimeResources.ContractResource.of(contracts.findById(id));
    }

    private @Nullable PersonId approver(FormValues answers, Form form) {
        if (!form.filled("approver")) {
            return null;
        }
        var approver = new PersonId(answers.id("approver"));
        if (form.problem("approver") == null
                && people.personNames(List.of(approver)).isEmpty()) {
            form.reject("approver", "shell.form.choice");
        }
        return approver;
    }

    private ContractTerms read(FormValues answers, Form form) {
        var person = new PersonId(answers.id("person"));
        if (form.problem("person") == null
                && people.personNames(List.of(person)).isEmpty()) {
            form.reject("person", "shell.form.choice");
        }
        return read(answers, form, person);
    }

    private ContractTerms read(FormValues answers, Form form, PersonId person) {
        if (!form.filled("office")) {
            form.with("office", ContractTerms.USUAL_OFFICE_SHARE);
        }
        List<String> days = new ArrayList<>(form.values("days"));
        if (days.size() != 7) {
            form.reject("days", "time.refused.seven-days");
            days = Collections.nCopies(7, BigDecimal.ONE.toString());
        }
        for (int i = 0; i < 7; i++) {
            form.with("day" + i, days.get(i));
        }
        return ContractForm.read(answers, form, person, approver(answers, form));
    }
}
