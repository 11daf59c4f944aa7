package org.convergence.plan.reading.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
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
            String status,
            List<PlanTree.Section> sections,
            List<PlanTree.Objective> objectives,
            List<Sheet.Remark> warnings,
            List<String> unplaced) {}

    /** Reads a file (text, Word, PDF) and keeps it as a draft plan. */
    @PostMapping("/api/v1/plans/import")
    @Requires(ReadingPermissions.IMPORT)
    ResponseEntity<ImportedPlan> importPlan(@RequestParam MultipartFile file, Words t) {
        String name = file.getOriginalFilename();
        PlanImport.Imported imported = reading.importAtOnce(name == null ? "" : name, file, t.say("reading.untitled"));
        PlanTree tree = plans.tree(imported.plan());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + tree.id()))
                .body(new ImportedPlan(
                        tree.id(),
                        tree.title(),
                        tree.status().name(),
                        tree.sections(),
                        tree.objectives(),
                        imported.sheet().warnings(),
                        imported.sheet().rows().stream()
                                .filter(row -> row.kind() == RowKind.UNPLACED)
                                .map(Row::words)
                                .toList()));
    }
}
