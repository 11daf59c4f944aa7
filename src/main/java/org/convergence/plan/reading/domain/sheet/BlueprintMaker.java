package org.convergence.plan.reading.domain.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/** Converts a corrected sheet to the blueprint of a plan. */
public final class BlueprintMaker {

    private BlueprintMaker() {}

    /**
     * The blueprint.
     *
     * @throws Refused if there is no objective, or a line has no parent
     */
    public static PlanBlueprint of(
            Sheet sheet, String title, PlanKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<PlanBlueprint.Section> sections = new ArrayList<>();
        List<PlanBlueprint.Objective> objectives = new ArrayList<>();
        List<Row> rows = sheet.rows();
        int i = 0;
        while (i < rows.size()) {
            Row row = rows.get(i);
            switch (row.kind()) {
                case SECTION -> {
                    sections.add(new PlanBlueprint.Section(row.section(), row.title(), row.text()));
                    i++;
                }
                case OBJECTIVE -> {
                    int end = end(rows, i, RowKind.OBJECTIVE);
                    objectives.add(new PlanBlueprint.Objective(
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
        return new PlanBlueprint(title, kind, from, to, sections, objectives);
    }

    private static List<PlanBlueprint.Means> means(List<Row> rows, @Nullable LocalDate start) {
        List<PlanBlueprint.Means> means = new ArrayList<>();
        int i = 0;
        while (i < rows.size()) {
            Row row = rows.get(i);
            if (row.kind() != RowKind.MEANS) {
                throw new Refused("reading.row.homeless", row.words());
            }
            int end = end(rows, i, RowKind.MEANS);
            means.add(new PlanBlueprint.Means(
                    code(row), headline(row), body(row), row.area(), actions(rows.subList(i + 1, end), start)));
            i = end;
        }
        return means;
    }

    private static List<PlanBlueprint.Action> actions(List<Row> rows, @Nullable LocalDate start) {
        List<PlanBlueprint.Action> actions = new ArrayList<>();
        int i = 0;
        while (i < rows.size()) {
            Row row = rows.get(i);
            if (row.kind() != RowKind.ACTION) {
                throw new Refused("reading.row.homeless", row.words());
            }
            int end = end(rows, i, RowKind.ACTION);
            List<PlanBlueprint.Action> parts = rows.subList(i + 1, end).stream()
                    .map(part -> action(part, start, List.of()))
                    .toList();
            actions.add(action(row, start, parts));
            i = end;
        }
        return actions;
    }

    private static PlanBlueprint.Action action(Row row, @Nullable LocalDate start, List<PlanBlueprint.Action> parts) {
        DueDates due = DueDates.read(row.due(), start);
        boolean both = !row.title().isEmpty() && !row.text().isEmpty();
        return new PlanBlueprint.Action(
                code(row),
                both ? row.title() : null,
                both ? row.text() : row.words(),
                row.conditions(),
                row.commitment(),
                new PlanBlueprint.Proposal(
                        row.doneWords().isEmpty() ? null : row.doneWords(),
                        row.responsible().isEmpty() ? null : row.responsible(),
                        row.due().isEmpty() ? null : row.due(),
                        due.from(),
                        due.to()),
                parts);
    }

    private static @Nullable String code(Row row) {
        return row.code().isEmpty() ? null : row.code();
    }

    /** A line without a title is known by its text. */
    private static String headline(Row row) {
        return row.title().isEmpty() ? row.text() : row.title();
    }

    private static String body(Row row) {
        return row.title().isEmpty() ? "" : row.text();
    }

    private static int end(List<Row> rows, int index, RowKind kind) {
        int end = index + 1;
        while (end < rows.size() && rows.get(end).kind().depth() > kind.depth()) {
            end++;
        }
        return end;
    }
}
