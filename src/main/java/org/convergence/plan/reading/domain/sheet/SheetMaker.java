package org.convergence.plan.reading.domain.sheet;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.SectionKind;
import org.convergence.plan.reading.domain.ReadAction;
import org.convergence.plan.reading.domain.ReadMeans;
import org.convergence.plan.reading.domain.ReadObjective;
import org.convergence.plan.reading.domain.ReadPlan;
import org.convergence.plan.reading.domain.ReadSection;
import org.convergence.plan.reading.domain.Unplaced;
import org.convergence.plan.reading.domain.Wording;

/** Converts a read plan to a sheet, line by line. */
public final class SheetMaker {

    private final List<Row> rows = new ArrayList<>();
    private int nextId = 1;

    private SheetMaker() {}

    /** The sheet of a plan as it was read. */
    public static Sheet of(ReadPlan plan) {
        SheetMaker maker = new SheetMaker();
        plan.sections().forEach(maker::add);
        plan.objectives().forEach(maker::add);
        for (Unplaced words : plan.unplaced()) {
            maker.addUnplaced(words.words());
        }
        List<Sheet.Remark> remarks = plan.warnings().stream()
                .map(warning -> new Sheet.Remark(
                        warning.kind().name(),
                        warning.words(),
                        warning.at().page(),
                        warning.at().line()))
                .toList();
        return new Sheet(plan.title(), maker.rows, maker.nextId, remarks);
    }

    private void addUnplaced(String words) {
        rows.add(Row.plain(nextId++, RowKind.UNPLACED, "", "", words));
    }

    private void add(ReadSection section) {
        Row row = Row.plain(nextId++, RowKind.SECTION, "", section.title(), section.text());
        rows.add(new Row(
                row.id(),
                row.kind(),
                "",
                row.title(),
                row.text(),
                SectionKind.valueOf(section.kind().name()),
                null,
                row.commitment(),
                List.of(),
                "",
                "",
                ""));
    }

    private void add(ReadObjective objective) {
        rows.add(plain(RowKind.OBJECTIVE, objective.wording()));
        objective.means().forEach(means -> add(means, objective));
    }

    /** A means missing from the plan takes the text of its objective. */
    private void add(ReadMeans means, ReadObjective objective) {
        Row row = means.implied()
                ? Row.plain(nextId++, RowKind.MEANS, "", headline(objective.wording()), "")
                : plain(RowKind.MEANS, means.wording());
        rows.add(row.tagged(means.area(), Commitment.FIRM));
        means.actions().forEach(action -> add(RowKind.ACTION, action));
    }

    private void add(RowKind kind, ReadAction action) {
        Wording words = action.wording();
        rows.add(new Row(
                nextId++,
                kind,
                code(words),
                words.title(),
                text(action),
                SectionKind.OTHER,
                null,
                action.commitment(),
                action.conditions().stream()
                        .map(condition ->
                                new Condition(condition.commitment(), condition.words(), condition.inherited()))
                        .toList(),
                action.doneWords(),
                action.follow().responsible(),
                action.follow().due()));
        action.subActions().forEach(part -> add(RowKind.SUB_ACTION, part));
    }

    /** Columns with no place beside an action stay under its text: indicators, partners, budget. */
    private static String text(ReadAction action) {
        List<String> text = new ArrayList<>();
        text.add(action.wording().text());
        text.addAll(action.follow().others());
        return String.join("\n\n", text);
    }

    private static String headline(Wording words) {
        return words.title().isEmpty() ? words.text() : words.title();
    }

    private static String code(Wording words) {
        String code = words.code();
        return code == null ? "" : code;
    }

    private Row plain(RowKind kind, Wording words) {
        return Row.plain(nextId++, kind, code(words), words.title(), words.text());
    }
}
