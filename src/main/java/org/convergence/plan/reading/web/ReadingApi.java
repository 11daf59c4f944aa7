package org.convergence.plan.reading.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.reading.ReadingPermissions;
import org.convergence.plan.reading.domain.PlanImportService;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.idempotency.IdempotentPostHandler;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports a written plan through the API. */
@RestController
@Tag(name = "plans")
class ReadingApi {

    private final PlanImportService planImportService;
    private final ActionPlans plans;
    private final IdempotentPostHandler idempotentPosts;

    ReadingApi(PlanImportService planImportService, ActionPlans plans, IdempotentPostHandler idempotentPosts) {
        this.planImportService = planImportService;
        this.plans = plans;
        this.idempotentPosts = idempotentPosts;
    }

    /** Reads a file (text, Word, PDF) and stores it as a draft plan. */
    @PostMapping(path = "/api/v1/plans/import", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(ReadingPermissions.IMPORT)
    @Operation(
            summary = "Create a draft plan from a file",
            description = "Reads a text (UTF-8, Windows-1252), Word or PDF file of at most 20 MB. A file that"
                    + " cannot be read as a plan is refused with the reason and not stored. Sent again"
                    + " under the same Idempotency-Key, it creates one plan.")
    @ApiResponse(
            responseCode = "201",
            description = "The draft with its whole tree, at the address in Location",
            content = @Content(schema = @Schema(implementation = ImportedPlan.class)))
    ResponseEntity<String> importPlan(
            @RequestParam MultipartFile file,
            Words t,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        String name = file.getOriginalFilename();
        Sheet sheet = planImportService.readSheet(name == null ? "" : name, file);
        String body = name + "\n" + fingerprint(file);
        return idempotentPosts.answer(key, request, body, () -> create(sheet, t));
    }

    private IdempotentResponse create(Sheet sheet, Words t) {
        PlanTree tree = plans.tree(planImportService.create(sheet, t.say("reading.untitled")));
        ImportedPlan imported = ImportedPlan.of(tree, sheet);
        return new IdempotentResponse(
                201, "/api/v1/plans/" + tree.id(), Json.of(imported).toString());
    }

    private static String fingerprint(MultipartFile file) throws IOException {
        return Sha256.hexOf(file.getInputStream());
    }
}
