package org.convergence.plan.time.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.ContractFacts;
import org.convergence.plan.time.domain.ContractKeeping;
import org.convergence.plan.time.domain.ContractList;
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

/** Contracts in the API. */
@RestController
@RequestMapping(path = "/api/v1/contracts", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(TimePermissions.KEEP)
@Tag(name = "time")
class ContractApi {

    private final ContractList list;
    private final ContractKeeping keeping;
    private final People people;
    private final PostedOnce posted;

    ContractApi(ContractList list, ContractKeeping keeping, People people, PostedOnce posted) {
        this.list = list;
        this.keeping = keeping;
        this.people = people;
        this.posted = posted;
    }

    @GetMapping
    @Operation(summary = "List contracts", description = "Those without an end first, then the latest to end.")
    TimeJson.Contracts list() {
        return new TimeJson.Contracts(
                list.unnamed().stream().map(TimeJson.Contract::of).toList());
    }

    @PostMapping
    @Operation(
            summary = "Keep a contract",
            description = "Refused where another one of the person covers some of its days, unless beside is true.")
    @ApiResponse(
            responseCode = "201",
            description = "The contract",
            content = @Content(schema = @Schema(implementation = TimeJson.Contract.class)))
    ResponseEntity<String> agree(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            @RequestBody ContractRequest sent) {
        return posted.json(key, request, sent, this::agree);
    }

    private Answer agree(ContractRequest sent) {
        UUID id = keeping.agree(JsonForm.read(sent, this::read));
        return new Answer(
                201, null, Json.of(TimeJson.Contract.of(keeping.one(id))).toString());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Correct a contract",
            description = "All that it says is said anew, except whose it is. 409 where somebody changed it since the"
                    + " version that is sent.")
    TimeJson.Contract correct(@PathVariable UUID id, @RequestBody ContractChangeRequest sent) {
        PersonId person = keeping.one(id).facts().person();
        keeping.change(id, sent.version(), JsonForm.read(sent, (answers, form) -> read(answers, form, person)));
        return TimeJson.Contract.of(keeping.one(id));
    }

    private @Nullable PersonId approver(Answers answers, Form form) {
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

    private ContractFacts read(Answers answers, Form form) {
        var person = new PersonId(answers.id("person"));
        if (form.problem("person") == null
                && people.personNames(List.of(person)).isEmpty()) {
            form.reject("person", "shell.form.choice");
        }
        return read(answers, form, person);
    }

    private ContractFacts read(Answers answers, Form form, PersonId person) {
        if (!form.filled("office")) {
            form.with("office", ContractFacts.USUAL_OFFICE_SHARE);
        }
        List<String> days = new ArrayList<>(form.values("days"));
        if (days.size() != 7) {
            form.reject("days", "time.refused.seven-days");
            days = Collections.nCopies(7, BigDecimal.ONE.toString());
        }
        for (int i = 0; i < 7; i++) {
            form.with("day" + i, days.get(i));
        }
        return ContractForms.read(answers, form, person, approver(answers, form));
    }
}
