package org.convergence.plan.reading.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.reading.ReadingPermissions;
import org.convergence.plan.reading.domain.PlanImport;
import org.convergence.plan.reading.domain.sheet.Row;
import org.convergence.plan.reading.domain.sheet.RowKind;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Bringing in a written plan by program. */
@RestController
@Tag(name = "plans")
class ReadingApi {

    private final PlanImport reading;
    private final ActionPlans plans;

    ReadingApi(PlanImport reading, ActionPlans plans) {
        this.reading = reading;
        this.plans = plans;
    }

    /**
     * A plan as it was read and kept.
     *
     * @param warnings what was decided while reading and should be looked at
     * @param unplaced words of the file that are no part of the plan
     */
    record ImportedPlan(
            UUID id,
            String title,
            PlanStatus status,
            List<PlanTree.Section> sections,
            List<PlanTree.Objective> objectives,

            @Schema(description = "What was decided while reading and should be looked at")
            List<Sheet.Remark> warnings,

            @Schema(description = "Words of the file that are no part of the plan")
            List<String> unplaced) {}

    /** Reads a file (text, Word, PDF) and keeps it as a draft plan. */
    @PostMapping("/api/v1/plans/import")
    @Requires(ReadingPermissions.IMPORT)
    @Operation(
            summary = "Make a draft plan of a written one",
            description =
                    "Reads a text (UTF-8, Windows-1252), Word or PDF file of at most 25 MB. A file that cannot be read"
                            + " as a plan is refused with the reason, and nothing of it is kept.")
    @ApiResponse(
            responseCode = "201",
            description = "The draft with its whole tree, at the address in Location",
            useReturnTypeSchema = true)
    ResponseEntity<ImportedPlan> importPlan(@RequestParam MultipartFile file, Words t) {
        String name = file.getOriginalFilename();
        PlanImport.Imported imported = reading.importAtOnce(name == null ? "" : name, file, t.say("reading.untitled"));
        PlanTree tree = plans.tree(imported.plan());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + tree.id()))
                .body(new ImportedPlan(
                        tree.id(),
                        tree.title(),
                        tree.status(),
                        tree.sections(),
                        tree.objectives(),
                        imported.sheet().warnings(),
                        imported.sheet().rows().stream()
                                .filter(row -> row.kind() == RowKind.UNPLACED)
                                .map(Row::words)
                                .toList()));
    }
}
