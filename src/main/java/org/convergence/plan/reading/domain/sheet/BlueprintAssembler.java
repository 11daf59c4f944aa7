package org.convergence.plan.reading.domain.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.RhythmParser;
import org.convergence.plan.reading.domain.outline.DueDateRange;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/** Converts a corrected sheet to the blueprint of a plan. */
public final class BlueprintAssembler {

    private BlueprintAssembler() {}

    /**
     * The blueprint.
     *
     * @throws Refused if there is no objective, or a line has no parent
     */
    public static PlanBlueprint assemble(
            Sheet sheet, String title, PlanKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<PlanBlueprint.BlueprintSection> sections = new ArrayList<>();
        List<PlanBlueprint.BlueprintObjective> objectives = new ArrayList<>();
        List<SheetLine> rows = sheet.rows();
        int i = 0;
        while (i < rows.size()) {
            SheetLine row = rows.get(i);
            switch (row.kind()) {
                case SECTION -> {
                    sections.add(new PlanBlueprint.BlueprintSection(row.section(), row.title(), row.text()));
                    i++;
                }
                case OBJECTIVE -> {
                    int end = end(rows, i, SheetLineKind.OBJECTIVE);
                    objectives.add(new PlanBlueprint.BlueprintObjective(
                            code(row), headline(row), body(row), means(rows.subList(i + 1, end), from)));
                    i = end;
                }
                case UNPLACED -> i++;
                default -> throw new Refused("reading.row.homeless", row.words());
            }
        }
        if (objectives.isEmpty()) {
            throw new Refused("reading.no_objective");
        }
        return new PlanBlueprint(title, kind, from, to, sections, objectives, sheet.adoption());
    }

    private static List<PlanBlueprint.BlueprintMeans> means(List<SheetLine> rows, @Nullable LocalDate start) {
        List<PlanBlueprint.BlueprintMeans> means = new ArrayList<>();
        int i = 0;
        while (i < rows.size()) {
            SheetLine row = rows.get(i);
            if (row.kind() != SheetLineKind.MEANS) {
                throw new Refused("reading.row.homeless", row.words());
            }
            int end = end(rows, i, SheetLineKind.MEANS);
            means.add(new PlanBlueprint.BlueprintMeans(
                    code(row), headline(row), body(row), row.area(), actions(rows.subList(i + 1, end), start)));
            i = end;
        }
        return means;
    }

    private static List<PlanBlueprint.BlueprintAction> actions(List<SheetLine> rows, @Nullable LocalDate start) {
        List<PlanBlueprint.BlueprintAction> actions = new ArrayList<>();
        int i = 0;
        while (i < rows.size()) {
            SheetLine row = rows.get(i);
            if (row.kind() != SheetLineKind.ACTION) {
                throw new Refused("reading.row.homeless", row.words());
            }
            int end = end(rows, i, SheetLineKind.ACTION);
            List<PlanBlueprint.BlueprintAction> parts = rows.subList(i + 1, end).stream()
                    .map(part -> action(part, start, List.of()))
                    .toList();
            actions.add(action(row, start, parts));
            i = end;
        }
        return actions;
    }

    private static PlanBlueprint.BlueprintAction action(
            SheetLine row, @Nullable LocalDate start, List<PlanBlueprint.BlueprintAction> parts) {
        DueDateRange due = DueDateRange.read(row.due(), start);
        OptionalInt rhythm = RhythmParser.parse(row.details().rhythm());
        boolean both = !row.title().isEmpty() && !row.text().isEmpty();
        return new PlanBlueprint.BlueprintAction(
                code(row),
                both ? row.title() : null,
                both ? row.text() : row.words(),
                row.conditions(),
                row.commitment(),
                new PlanBlueprint.FollowUpProposal(
                        row.doneWords().isEmpty() ? null : row.doneWords(),
                        row.responsible().isEmpty() ? null : row.responsible(),
                        row.due().isEmpty() ? null : row.due(),
                        due.from(),
                        due.to(),
                        rhythm.isPresent() ? rhythm.getAsInt() : null),
                parts);
    }

    private static @Nullable String code(SheetLine row) {
        return row.code().isEmpty() ? null : row.code();
    }

    /** A line without a title is known by its text. */
    private static String headline(SheetLine row) {
        return row.title().isEmpty() ? row.text() : row.title();
    }

    private static String body(SheetLine row) {
        return row.title().isEmpty() ? "" : row.text();
    }

    private static int end(List<SheetLine> rows, int index, SheetLineKind kind) {
        int end = index + 1;
        while (end < rows.size() && rows.get(end).kind().depth() > kind.depth()) {
            end++;
        }
        return end;
    }
}
