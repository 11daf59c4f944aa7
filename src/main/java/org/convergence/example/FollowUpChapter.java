package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.example.ExampleFile.Line;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.Wording;
import org.convergence.plan.actionplan.domain.AmendmentNote;
import org.convergence.plan.actionplan.domain.FollowUpFacts;
import org.convergence.plan.actionplan.domain.Followed;
import org.convergence.plan.actionplan.domain.FollowingUp;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.PlanAmending;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.actionplan.domain.PlanDrafting;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The follow-up of the plans' lines: targets in drafts; people, days and progress once they are adopted. */
@Component
class FollowUpChapter {

    private final PlanBoards boards;
    private final PlanDrafting drafting;
    private final PlanAmending amending;
    private final FollowingUp following;
    private final Gestures gestures;

    FollowUpChapter(
            PlanBoards boards, PlanDrafting drafting, PlanAmending amending, FollowingUp following, Gestures gestures) {
        this.boards = boards;
        this.drafting = drafting;
        this.amending = amending;
        this.following = following;
        this.gestures = gestures;
    }

    /** Sets the targets of a draft. */
    void aim(Actor who, ExampleYear year, List<Line> lines) {
        for (Line line : lines) {
            Target target = TargetCell.read(line.text("cible"));
            if (target != null) {
                ActionId action = year.line(line.text("ligne"));
                gestures.doneBy(who, "PlanDrafting.reword", () -> {
                    LineFacts facts = boards.line(Level.ACTION, action.value());
                    drafting.reword(year.plan(), action.value(), facts.version(), aimed(facts, target));
                });
            }
        }
    }

    private static Wording.OfAction aimed(LineFacts facts, @Nullable Target target) {
        return ((Wording.OfAction) facts.words()).wanting(target);
    }

    /** Writes people, days and progress. */
    void follow(Hands hands, ExampleYear year, List<Line> lines, Directory directory, ExampleCalendar calendar) {
        Map<ActionId, Followed> before = gestures.by(
                hands.coordinator(),
                "PlanBoards.board",
                () -> boards.board(year.plan()).followed());
        for (Line line : lines) {
            ActionId action = year.line(line.text("ligne"));
            int version = Objects.requireNonNull(before.get(action)).followVersion();
            FollowUpFacts facts = facts(line, year, directory, calendar);
            gestures.by(
                    hands.keeping(line.text("responsable")),
                    "FollowingUp.write",
                    () -> following.write(action, version, facts));
        }
    }

    private static FollowUpFacts facts(Line line, ExampleYear year, Directory directory, ExampleCalendar calendar) {
        LocalDate from = day(line.text("du"), year, calendar);
        LocalDate to = day(line.text("au"), year, calendar);
        boolean postponed = line.text("état").equals("remis");
        boolean done = line.text("état").equals("fait");
        return new FollowUpFacts(
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
    void drop(Actor who, ExampleYear year, List<Line> lines, ExampleCalendar calendar) {
        LocalDate day = calendar.workingDay(year.start().plusMonths(7).plusDays(11));
        for (Line line : lines) {
            if (line.text("état").equals("abandon")) {
                ActionId action = year.line(line.text("ligne"));
                gestures.doneBy(
                        who,
                        "PlanAmending.drop",
                        () -> amending.drop(year.plan(), Level.ACTION, action.value(), note(day, line.text("motif"))));
            }
        }
    }

    /** Amends the targets raised by the board since the adoption. */
    void amend(Actor who, ExampleYear year, List<Line> lines, ExampleCalendar calendar) {
        for (Line line : lines) {
            ActionId action = year.line(line.text("ligne"));
            LocalDate day = calendar.workingDay(calendar.day(line.text("quand"), year.start()));
            gestures.doneBy(who, "PlanAmending.reword", () -> {
                LineFacts facts = boards.line(Level.ACTION, action.value());
                Wording words = aimed(facts, TargetCell.read(line.text("cible")));
                amending.reword(year.plan(), action.value(), facts.version(), words, note(day, line.text("motif")));
            });
        }
    }

    private static AmendmentNote note(LocalDate day, String reason) {
        return new AmendmentNote(day, reason, ExampleCalendar.written("CA-{A}-04", day));
    }
}
