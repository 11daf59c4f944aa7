package org.convergence.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.Decision;
import org.convergence.example.ExampleFile.ExampleLine;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.domain.LineLinkService;
import org.convergence.plan.actionplan.domain.PlanAdoptionService;
import org.convergence.plan.preparation.domain.LineChoice;
import org.convergence.plan.preparation.domain.PreparationChoice;
import org.convergence.plan.preparation.domain.PreparationService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The longer view: directions to which the year's lines contribute, and next year's plan in preparation. */
@Component
record DirectionsChapter(
        ActionPlans plans,
        PlanAdoptionService adoption,
        LineLinkService lineLinkService,
        PreparationService preparation,
        AuditedOperations operations) {

    private static final int YEARS = 4;

    /** The directions, adopted by the assembly, with the lines of the year that contribute to them. */
    void adopt(Actor who, ExampleYear year, ExampleCalendar calendar) {
        List<ExampleLine> lines = ExampleFile.lines("orientations.csv");
        LocalDate start = calendar.previousStart();
        PlanId plan = operations.callAs(who, "actionplan.draftFrom", () -> plans.draftFrom(blueprint(lines, start)));
        LocalDate day = calendar.workingDay(start.plusDays(24));
        operations.runAs(
                who,
                "actionplan.adopt",
                () -> adoption.adopt(plan, 1, new Decision("Assemblée générale", day, null, null)));
        List<ActionId> directions = operations.callAs(
                who,
                "actionplan.lines",
                () -> plans.findLines(List.of(plan)).stream()
                        .map(line -> line.id())
                        .toList());
        for (int i = 0; i < lines.size(); i++) {
            ActionId direction = directions.get(i);
            List<ActionId> contributors = List.copyOf(year.lines(lines.get(i).words("y contribuent")));
            operations.runAs(who, "actionplan.link", () -> lineLinkService.link(direction, contributors, contributors));
        }
    }

    private static PlanBlueprint blueprint(List<ExampleLine> lines, LocalDate start) {
        Map<String, List<PlanBlueprint.BlueprintAction>> byDirection = new LinkedHashMap<>();
        lines.forEach(line -> byDirection
                .computeIfAbsent(line.text("orientation"), title -> new ArrayList<>())
                .add(PlanBlueprint.BlueprintAction.ofText(line.text("action"))));
        List<PlanBlueprint.BlueprintMeans> means = byDirection.entrySet().stream()
                .map(each -> new PlanBlueprint.BlueprintMeans(null, each.getKey(), "", null, each.getValue()))
                .toList();
        return new PlanBlueprint(
                ExampleCalendar.fillYears("Orientations {A}-{A+4}", start),
                PlanKind.DIRECTIONS,
                start,
                start.plusYears(YEARS).minusDays(1),
                List.of(),
                List.of(new PlanBlueprint.BlueprintObjective(null, "D’ici quatre ans", "", means)));
    }

    /** A first session on the next plan: a few lines are decided, the others wait for the board. */
    void prepare(Actor who, ExampleYear year) {
        decide(who, year, "1.2/1", PreparationChoice.KEEP, null);
        decide(
                who,
                year,
                "1.3/4",
                PreparationChoice.REWORD,
                "Tenir à jour un dossier par trimestre, choisi avec les membres.");
        decide(who, year, "2.3/3", PreparationChoice.WITHDRAW, null);
    }

    private void decide(Actor who, ExampleYear year, String line, PreparationChoice choice, @Nullable String text) {
        operations.runAs(
                who,
                "preparation.decide",
                () -> preparation.decide(year.plan(), year.line(line), new LineChoice(0, choice, text, null, null)));
    }
}
