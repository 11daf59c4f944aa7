package org.convergence.plan.reading.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.reading.ReadingPermissions;
import org.convergence.plan.reading.domain.PlanImportService;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.Words;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Imports a written plan through the API. */
@RestController
@Tag(name = "plans")
class ReadingApi {

    private static final String PATH = "/api/v1/plans/import";
    private static final int LONGEST_TEXT = 20_000_000;

    private final PlanImportService planImportService;
    private final ActionPlans plans;

    ReadingApi(PlanImportService planImportService, ActionPlans plans) {
        this.planImportService = planImportService;
        this.plans = plans;
    }

    /** Reads a file (text, Word, PDF) and stores it as a draft plan. */
    @PostMapping(path = ReadingApi.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(ReadingPermissions.IMPORT)
    @Operation(
            summary = "Create a draft plan from a file",
            description =
                    "Reads a text (UTF-8, Windows-1252), Word or PDF file of at most 20 MB; a text may also be the"
                            + " whole content (text/plain). A file that cannot be read as a plan is refused with the reason and not stored. Sent again"
                            + " under the same Idempotency-Key, it creates one plan.")
    @ApiResponse(
            responseCode = "201",
            description = "The draft with its whole tree, at the address in Location",
            content = @Content(schema = @Schema(implementation = ImportedPlan.class)))
    ResponseEntity<String> importPlan(@RequestParam MultipartFile file, Words t, IdempotentPost post)
            throws IOException {
        String name = file.getOriginalFilename();
        Sheet sheet = planImportService.readSheet(name == null ? "" : name, file);
        String body = name + "\n" + fingerprint(file);
        return post.answer(body, () -> create(sheet, t));
    }

    /** Reads a text that is the whole content of the request. */
    @PostMapping(
            path = ReadingApi.PATH,
            consumes = MediaType.TEXT_PLAIN_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(ReadingPermissions.IMPORT)
    @Hidden
    ResponseEntity<String> importText(InputStream text, Words t, IdempotentPost post) throws IOException {
        byte[] plan = text.readNBytes(LONGEST_TEXT + 1);
        if (plan.length > LONGEST_TEXT) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        Sheet sheet = planImportService.readSheet("plan.txt", new ByteArrayResource(plan));
        return post.answer(Sha256.hexOf(new ByteArrayInputStream(plan)), () -> create(sheet, t));
    }

    private IdempotentResponse create(Sheet sheet, Words t) {
        PlanTree tree = plans.tree(planImportService.create(sheet, t.say("reading.untitled")));
        ImportedPlan imported = ImportedPlan.of(tree, sheet);
        return IdempotentResponse.created("/api/v1/plans/" + tree.id(), imported);
    }

    private static String fingerprint(MultipartFile file) throws IOException {
        return Sha256.hexOf(file.getInputStream());
    }
}
