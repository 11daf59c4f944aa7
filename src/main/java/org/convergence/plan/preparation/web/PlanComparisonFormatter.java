package org.convergence.plan.preparation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineDifference;
import org.convergence.plan.actionplan.PlanContinuation.PlanComparison;
import org.convergence.plan.actionplan.PlanContinuation.PlanComparison.PlanLineOutcome;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Assembles the comparison of the next plan with this one, as a page and as a paper. */
record PlanComparisonFormatter(PlanComparison planComparison, Words t) {

    PlanComparisonPage page() {
        String sheet = PreparationTab.ROOM + planComparison.before().id().value();
        return new PlanComparisonPage(
                planComparison.before().title(),
                sheet,
                planComparison.now().title(),
                "/plan/actionplan/" + planComparison.now().id().value(),
                counts(),
                parts(),
                PaperFormat.PAPERS.stream()
                        .map(each -> new PreparationSheetPage.SheetLink(
                                t.say("actionplan.file." + each.extension()),
                                sheet + "/comparison/" + each.extension()))
                        .toList(),
                CurrentActor.get().may(PreparationPermissions.PREPARE)
                                && planComparison.now().status() == PlanStatus.DRAFT
                        ? sheet + "/comparison/hand-in"
                        : null);
    }

    Paper paper(String organisation) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(t.say("preparation.comparison.whole"), List.of(Block.text(counts()))));
        parts().forEach(part -> sections.add(Section.of(part.title(), List.of(table(part)))));
        String title = title();
        return new Paper(
                        title,
                        t.say(
                                "preparation.comparison.lead",
                                planComparison.before().title()),
                        organisation,
                        t.say("preparation.comparison.description", title),
                        sections)
                .as(Paper.Layout.PLAIN);
    }

    String title() {
        return t.say("preparation.comparison.title", planComparison.now().title());
    }

    /** The decision requested from its readers. */
    String adoption() {
        return t.say("preparation.comparison.adopt", planComparison.now().title());
    }

    Words words() {
        return t;
    }

    private static final String PLACE = "preparation.comparison.place";

    private Block table(PlanComparisonPage.OutcomePart part) {
        Block.Column place = Block.Column.words(t.say(PLACE));
        List<Block.Column> columns = part.both()
                ? List.of(
                        place,
                        Block.Column.words(planComparison.before().title()),
                        Block.Column.words(planComparison.now().title()))
                : List.of(place, Block.Column.words(t.say("preparation.comparison.line")));
        return new Block.Table(
                part.title(),
                columns,
                part.rows().stream()
                        .map(row -> part.both()
                                ? List.of(cell(row.place()), cell(row.before()), cell(row.after()))
                                : List.of(cell(row.place()), cell(row.text())))
                        .toList());
    }

    private static Block.Cell cell(@Nullable String text) {
        return Block.Cell.of(text == null ? "" : text.replaceAll("\\s+", " "));
    }

    private String counts() {
        List<String> parts = new ArrayList<>();
        parts.add(t.say("preparation.count.KEEP", planComparison.kept()));
        for (PlanLineOutcome fate : PlanLineOutcome.values()) {
            int number = planComparison.lines().getOrDefault(fate, List.of()).size();
            if (number > 0) {
                parts.add(t.say("preparation.fate.count." + fate.name(), number));
            }
        }
        return t.capital(String.join(", ", parts)) + ".";
    }

    private List<PlanComparisonPage.OutcomePart> parts() {
        List<PlanComparisonPage.OutcomePart> parts = new ArrayList<>();
        planComparison
                .lines()
                .forEach((fate, lines) -> parts.add(new PlanComparisonPage.OutcomePart(
                        t.say("preparation.fate." + fate.name()),
                        fate == PlanLineOutcome.REWORDED,
                        lines.stream().map(this::row).toList())));
        return parts;
    }

    private PlanComparisonPage.OutcomeRow row(LineDifference line) {
        return new PlanComparisonPage.OutcomeRow(line.place(), text(line.before()), text(line.after()));
    }

    /** Its text, commitment and target. */
    private @Nullable String text(LineDifference.@Nullable LineVersion side) {
        if (side == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        Stream.of(side.code() == null ? "" : side.code(), side.title(), side.text())
                .filter(part -> !part.isBlank())
                .forEach(parts::add);
        var commitment = side.commitment();
        if (commitment != null && commitment != Commitment.FIRM) {
            parts.add("(" + t.say("actionplan.commitment." + commitment.name()) + ")");
        }
        var target = side.target();
        String text = String.join(" ", parts);
        return target == null ? text : text + " " + t.say("actionplan.target.is", target.format(t));
    }
}
