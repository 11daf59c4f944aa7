package org.convergence.plan.reading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.reading.ReadingPermissions;
import org.convergence.plan.reading.domain.PlanImportService;
import org.convergence.plan.reading.domain.outline.DueDateRange;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.plan.reading.domain.sheet.SheetLine;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
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
record ReadingApi(PlanImportService planImportService, ActionPlans plans) {

    private static final String PATH = "/api/v1/plans/import";
    private static final int LONGEST_TEXT = 20_000_000;

    /** Reads a file (text, Word, Excel, PDF) and stores it as a draft plan. */
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
    ResponseEntity<String> importPlan(@RequestParam MultipartFile file, Words t, IdempotentCreation post)
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
    ResponseEntity<String> importText(InputStream text, Words t, IdempotentCreation post) throws IOException {
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

    /**
     * A plan as read and stored.
     *
     * @param from first day of its period, {@code null} where the file gives none
     * @param adoption the sentence of its adoption, {@code null} where there is none
     * @param warnings decisions of the reader to be checked
     * @param unplaced text of the file that is not part of the plan
     */
    private record ImportedPlan(
            UUID id,
            String title,
            PlanStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,

            @Schema(description = "The sentence of the file that says who adopted the plan and when") @Nullable
            String adoption,

            List<PlanTree.SectionNode> sections,
            List<ImportedObjective> objectives,

            @Schema(description = "Decisions made while reading, to be checked")
            List<Sheet.SheetWarning> warnings,

            @Schema(description = "Words of the file outside the plan")
            List<String> unplaced) {

        /** An objective. */
        record ImportedObjective(
                UUID id, @Nullable String code, String title, String text, List<ImportedMeans> means) {}

        /** A means. */
        record ImportedMeans(
                UUID id,
                @Nullable String code,
                String title,
                String text,
                @Nullable Area area,
                List<ImportedAction> actions) {}

        /** An action, with what the file says beside it; a field that the file does not say is left out. */
        record ImportedAction(
                UUID id,
                @Nullable String code,
                @Nullable String title,
                String text,
                @Nullable Area area,
                Commitment commitment,
                List<Condition> conditions,
                @Nullable ActionTarget target,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                String responsible,

                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "The last day where the words are clearly a date, else the words")
                @Nullable
                String due,

                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "The due date in the words of the file")
                @Nullable
                String dueWords,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                String rhythm,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                String indicator,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                String budget,

                List<ImportedAction> subActions) {}

        /** The stored plan; its actions are in the order of the sheet's lines. */
        static ImportedPlan of(PlanTree tree, Sheet sheet) {
            Iterator<SheetLine> lines = sheet.rows().stream()
                    .filter(row -> row.kind() == SheetLineKind.ACTION || row.kind() == SheetLineKind.SUB_ACTION)
                    .iterator();
            return new ImportedPlan(
                    tree.id(),
                    tree.title(),
                    tree.status(),
                    tree.from(),
                    tree.to(),
                    sheet.adoption(),
                    tree.sections(),
                    tree.objectives().stream()
                            .map(node -> new ImportedObjective(
                                    node.id(),
                                    node.code(),
                                    node.title(),
                                    node.text(),
                                    node.means().stream()
                                            .map(means -> means(means, lines, tree.from()))
                                            .toList()))
                            .toList(),
                    sheet.warnings(),
                    sheet.rows().stream()
                            .filter(row -> row.kind() == SheetLineKind.UNPLACED)
                            .map(SheetLine::words)
                            .toList());
        }

        private static ImportedMeans means(
                PlanTree.MeansNode node, Iterator<SheetLine> lines, @Nullable LocalDate start) {
            return new ImportedMeans(
                    node.id(),
                    node.code(),
                    node.title(),
                    node.text(),
                    node.area(),
                    node.actions().stream()
                            .map(action -> action(action, lines, start))
                            .toList());
        }

        private static ImportedAction action(
                PlanTree.ActionNode node, Iterator<SheetLine> lines, @Nullable LocalDate start) {
            SheetLine line = lines.next();
            LocalDate day = DueDateRange.read(line.due(), start).to();
            return new ImportedAction(
                    node.id(),
                    node.code(),
                    node.title(),
                    node.text(),
                    node.area(),
                    node.commitment(),
                    node.conditions(),
                    node.target(),
                    orNull(line.responsible()),
                    day == null ? orNull(line.due()) : day.toString(),
                    orNull(line.due()),
                    orNull(line.details().rhythm()),
                    orNull(line.details().indicator()),
                    orNull(line.details().budget()),
                    node.subActions().stream()
                            .map(part -> action(part, lines, start))
                            .toList());
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
