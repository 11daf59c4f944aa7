package org.convergence.plan.reading.domain.sheet;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.RhythmParser;
import org.convergence.plan.actionplan.SectionKind;
import org.convergence.plan.reading.domain.ReadPlan;
import org.convergence.plan.reading.domain.ReadPlan.ReadAction;
import org.convergence.plan.reading.domain.ReadPlan.ReadMeans;
import org.convergence.plan.reading.domain.ReadPlan.ReadObjective;
import org.convergence.plan.reading.domain.ReadPlan.ReadSection;
import org.convergence.plan.reading.domain.ReadPlan.ReadWording;
import org.convergence.plan.reading.domain.ReadPlan.UnplacedText;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.jspecify.annotations.Nullable;

/** Converts a read plan to a sheet, line by line. */
public final class SheetAssembler {

    private final List<SheetLine> rows = new ArrayList<>();
    private int nextId = 1;

    private SheetAssembler() {}

    /**
     * The sheet of a plan as it was read.
     *
     * @param fiscalYearStart first day of the organisation's year, for a period given only in years
     */
    public static Sheet assemble(ReadPlan plan, MonthDay fiscalYearStart) {
        SheetAssembler maker = new SheetAssembler();
        plan.sections().forEach(maker::add);
        plan.objectives().forEach(maker::add);
        for (UnplacedText words : plan.unplaced()) {
            maker.addUnplaced(words.words());
        }
        List<Sheet.SheetWarning> remarks = plan.warnings().stream()
                .map(warning -> new Sheet.SheetWarning(
                        warning.kind().name(),
                        warning.words(),
                        warning.at().page(),
                        warning.at().line()))
                .toList();
        return new Sheet(
                plan.title(),
                maker.rows,
                maker.nextId,
                remarks,
                day(plan.period(), plan.period().from(), 0, fiscalYearStart),
                day(plan.period(), plan.period().to(), 1, fiscalYearStart),
                plan.adoption().isEmpty() ? null : plan.adoption());
    }

    /** "2027-2028" of an organisation whose year begins in April is from April to March. */
    private static @Nullable LocalDate day(
            ReadPlan.ReadPeriod period, @Nullable LocalDate said, int back, MonthDay fiscalYearStart) {
        boolean own = period.years() && !fiscalYearStart.equals(MonthDay.of(1, 1));
        return said == null || !own
                ? said
                : fiscalYearStart.atYear(said.getYear()).minusDays(back);
    }

    private void addUnplaced(String words) {
        rows.add(SheetLine.plain(nextId++, SheetLineKind.UNPLACED, "", "", words));
    }

    private void add(ReadSection section) {
        SheetLine row = SheetLine.plain(nextId++, SheetLineKind.SECTION, "", section.title(), section.text());
        rows.add(new SheetLine(
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
                "",
                SheetLine.SheetLineDetails.NONE));
    }

    private void add(ReadObjective objective) {
        rows.add(plain(SheetLineKind.OBJECTIVE, objective.wording()));
        objective.means().forEach(means -> add(means, objective));
    }

    /** A means missing from the plan takes the text of its objective. */
    private void add(ReadMeans means, ReadObjective objective) {
        SheetLine row = means.implied()
                ? SheetLine.plain(nextId++, SheetLineKind.MEANS, "", headline(objective.wording()), "")
                : plain(SheetLineKind.MEANS, means.wording());
        rows.add(row.withTags(means.area(), Commitment.FIRM));
        means.actions().forEach(action -> add(SheetLineKind.ACTION, action));
    }

    private void add(SheetLineKind kind, ReadAction action) {
        ReadWording words = action.wording();
        rows.add(new SheetLine(
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
                action.follow().due(),
                new SheetLine.SheetLineDetails(
                        action.follow().rhythm(),
                        action.follow().indicator(),
                        action.follow().budget())));
        action.subActions().forEach(part -> add(SheetLineKind.SUB_ACTION, part));
    }

    /** Columns with no place beside an action stay under its text: indicators, partners, budget, an unclear rhythm. */
    private static String text(ReadAction action) {
        String rhythm = action.follow().rhythm();
        boolean clear = RhythmParser.parse(rhythm).isPresent();
        List<String> text = new ArrayList<>();
        text.add(action.wording().text());
        action.follow().others().stream()
                .filter(other -> !clear || !other.endsWith(rhythm))
                .forEach(text::add);
        return String.join("\n\n", text);
    }

    private static String headline(ReadWording words) {
        return words.title().isEmpty() ? words.text() : words.title();
    }

    private static String code(ReadWording words) {
        String code = words.code();
        return code == null ? "" : code;
    }

    private SheetLine plain(SheetLineKind kind, ReadWording words) {
        return SheetLine.plain(nextId++, kind, code(words), words.title(), words.text());
    }
}
