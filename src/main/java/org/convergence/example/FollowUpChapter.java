package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.example.ExampleFile.ExampleLine;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.actionplan.domain.ActionFollowUpFacts;
import org.convergence.plan.actionplan.domain.ActionFollowUpService;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.PlanAmendmentService;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanDraftService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The follow-up of the plans' lines: targets in drafts; people, days and progress once they are adopted. */
@Component
record FollowUpChapter(
        PlanBoardQueries boards,
        PlanDraftService planDraftService,
        PlanAmendmentService planAmendmentService,
        ActionFollowUpService followUpService,
        AuditedOperations operations) {

    private static final Pattern COUNTED = Pattern.compile("(\\d+) (réalisations|participations)(?::(.+))?");
    private static final String DELIVERABLE = "livrable ";

    /** Sets the targets of a draft. */
    void setTargets(Actor who, ExampleYear year, List<ExampleLine> lines) {
        for (ExampleLine line : lines) {
            ActionTarget target = readTarget(line.text("cible"));
            if (target != null) {
                ActionId action = year.line(line.text("ligne"));
                operations.runAs(who, "actionplan.reword", () -> {
                    LineFacts facts = boards.findLine(LineLevel.ACTION, action.value());
                    planDraftService.reword(year.plan(), action.value(), facts.version(), aimed(facts, target));
                });
            }
        }
    }

    private static LineWording.ActionWording aimed(LineFacts facts, @Nullable ActionTarget target) {
        return ((LineWording.ActionWording) facts.words()).withTarget(target);
    }

    /** Writes people, days and progress. */
    void follow(
            ExampleActors hands,
            ExampleYear year,
            List<ExampleLine> lines,
            ExampleDirectory directory,
            ExampleCalendar calendar) {
        Map<ActionId, FollowedAction> before = operations.callAs(
                hands.coordinator(),
                "actionplan.board",
                () -> boards.board(year.plan()).followed());
        for (ExampleLine line : lines) {
            ActionId action = year.line(line.text("ligne"));
            int version = Objects.requireNonNull(before.get(action)).followVersion();
            ActionFollowUpFacts facts = facts(line, year, directory, calendar);
            operations.callAs(
                    hands.editorOf(line.text("responsable")),
                    "actionplan.write",
                    () -> followUpService.update(action, version, facts));
        }
    }

    private static ActionFollowUpFacts facts(
            ExampleLine line, ExampleYear year, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate from = day(line.text("du"), year, calendar);
        LocalDate to = day(line.text("au"), year, calendar);
        boolean postponed = line.text("état").equals("remis");
        boolean done = line.text("état").equals("fait");
        return new ActionFollowUpFacts(
                directory.person(line.text("responsable")).value(),
                null,
                line.words("appui").stream()
                        .map(key -> directory.person(key).value())
                        .toList(),
                // A fiscal year that begins in another month may cut a window in two.
                from != null && to != null && to.isBefore(from) ? year.start() : from,
                to,
                line.number("fois par an"),
                EffortSize.valueOf(line.text("taille")),
                done ? day(line.text("motif"), year, calendar) : null,
                postponed ? ActionState.POSTPONED : null,
                postponed ? line.text("motif") : null);
    }

    private static @Nullable LocalDate day(String cell, ExampleYear year, ExampleCalendar calendar) {
        return cell.isEmpty() ? null : calendar.day(cell, year.start());
    }

    /** Drops, by a decision of the board in mid-year, the abandoned lines. */
    void drop(Actor who, ExampleYear year, List<ExampleLine> lines, ExampleCalendar calendar) {
        LocalDate day = calendar.workingDay(year.start().plusMonths(7).plusDays(11));
        for (ExampleLine line : lines) {
            if (line.text("état").equals("abandon")) {
                ActionId action = year.line(line.text("ligne"));
                operations.runAs(
                        who,
                        "actionplan.drop",
                        () -> planAmendmentService.drop(
                                year.plan(), LineLevel.ACTION, action.value(), note(day, line.text("motif"))));
            }
        }
    }

    /** Amends the targets raised by the board since the adoption. */
    void amend(Actor who, ExampleYear year, List<ExampleLine> lines, ExampleCalendar calendar) {
        for (ExampleLine line : lines) {
            ActionId action = year.line(line.text("ligne"));
            LocalDate day = calendar.workingDay(calendar.day(line.text("quand"), year.start()));
            operations.runAs(who, "actionplan.reword", () -> {
                LineFacts facts = boards.findLine(LineLevel.ACTION, action.value());
                LineWording words = aimed(facts, readTarget(line.text("cible")));
                planAmendmentService.reword(
                        year.plan(), action.value(), facts.version(), words, note(day, line.text("motif")));
            });
        }
    }

    private static AmendmentNote note(LocalDate day, String reason) {
        return new AmendmentNote(day, reason, ExampleCalendar.fillYears("CA-{A}-04", day));
    }

    /** « 3 réalisations:atelier », « 250 participations », « livrable Mémoire »: reads a target of the example's files. */
    private static @Nullable ActionTarget readTarget(String cell) {
        if (cell.startsWith(DELIVERABLE)) {
            return new ActionTarget(
                    TargetMeasure.DELIVERABLE, BigDecimal.ONE, List.of(), cell.substring(DELIVERABLE.length()));
        }
        Matcher counted = COUNTED.matcher(cell);
        if (!counted.matches()) {
            return null;
        }
        boolean people = counted.group(2).equals("participations");
        return new ActionTarget(
                people ? TargetMeasure.PARTICIPATIONS : TargetMeasure.REALISATIONS,
                new BigDecimal(counted.group(1)),
                kinds(counted.group(3)),
                null);
    }

    private static List<String> kinds(@Nullable String natures) {
        return natures == null
                ? List.of()
                : Arrays.stream(natures.split(",", -1))
                        .map(nature -> ExampleNatures.kindOf(nature).name())
                        .distinct()
                        .toList();
    }
}
