package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.MeansSignal;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.StateCounts;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.actionplan.domain.DueLinePolicy.DueLine;
import org.jspecify.annotations.Nullable;

/** For any plan, its lines, its counts and the due lines of the home page agree. */
class ProgressProperties {

    private static final LocalDate BEGINNING = LocalDate.of(2024, 9, 1);
    private static final LocalDate END = LocalDate.of(2025, 8, 31);
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 14);

    @Property(tries = 400)
    void lateSubActionMakesItsActionAndItsMeansLate(@ForAll long seed) {
        PlanProgress progress = board(seed, PlanStatus.ADOPTED).progress();
        progress.objectives().stream().flatMap(each -> each.means().stream()).forEach(means -> {
            for (ActionProgress action : means.actions()) {
                if (isLate(action.subActions())) {
                    assertThat(action.state()).isEqualTo(ActionState.LATE);
                }
            }
            assertThat(means.signal() == MeansSignal.LATE).isEqualTo(isLate(means.actions()));
            assertThat(means.counts()).isEqualTo(count(means.actions()));
        });
    }

    /** The foot of the first page and the plan page show the total; the plan page shows those of objectives. */
    @Property(tries = 400)
    void countsOfObjectivesAndOfPlanAreThoseOfItsActions(@ForAll long seed) {
        PlanProgress progress = board(seed, PlanStatus.ADOPTED).progress();
        progress.objectives()
                .forEach(each -> assertThat(each.counts())
                        .isEqualTo(count(each.means().stream()
                                .flatMap(means -> means.actions().stream())
                                .toList())));
        assertThat(progress.totalCounts())
                .isEqualTo(count(progress.objectives().stream()
                        .flatMap(each -> each.means().stream())
                        .flatMap(means -> means.actions().stream())
                        .toList()));
    }

    @Property(tries = 400)
    void filterAndCountOfLateLinesAgree(@ForAll long seed) {
        PlanBoard board = board(seed, PlanStatus.ADOPTED);
        List<DueLine> late = DueLinePolicy.findDue(List.of(board), TODAY, TODAY).stream()
                .filter(due -> due.why() == DueLine.DueReason.LATE)
                .toList();
        Set<ActionId> counted = whole(board)
                .filter(action -> action.state() == ActionState.LATE)
                .map(action -> action.line().id())
                .collect(Collectors.toSet());
        assertThat(late.stream()
                        .map(due -> Objects.requireNonNullElse(
                                due.action().line().parent(),
                                due.action().line().id()))
                        .collect(Collectors.toSet()))
                .isEqualTo(counted);
        assertThat(late).allSatisfy(due -> {
            assertThat(due.day() == null || due.day().isBefore(TODAY)).isTrue();
            assertThat(due.isFirm() || due.action().lateByParts()).isTrue();
        });
    }

    @Property(tries = 200)
    void manualStateOfActionAppliesToSubActions(@ForAll long seed) {
        PlanBoard board = board(seed, PlanStatus.ADOPTED);
        whole(board)
                .filter(action -> action.state().isSetAside())
                .flatMap(action -> action.subActions().stream())
                .forEach(part -> assertThat(part.state().isSetAside() || part.state() == ActionState.DONE)
                        .isTrue());
        assertThat(PlannedWorkPolicy.plannedWork(board, TODAY))
                .allSatisfy(work -> assertThat(
                                work.state() == ActionState.DONE || work.state().isSetAside())
                        .isFalse());
    }

    @Property(tries = 200)
    void draftHasNoLateActiveOrQuietLines(@ForAll long seed) {
        PlanBoard draft = board(seed, PlanStatus.DRAFT);
        assertThat(whole(draft).flatMap(ProgressProperties::withParts).map(ActionProgress::state))
                .doesNotContain(ActionState.LATE, ActionState.UNDER_WAY);
        assertThat(draft.progress().objectives().stream()
                        .flatMap(each -> each.means().stream())
                        .map(PlanProgress.MeansProgress::signal))
                .allMatch(MeansSignal.NOT_BEGUN::equals);
    }

    private static boolean isLate(List<ActionProgress> actions) {
        return actions.stream().anyMatch(each -> each.state() == ActionState.LATE);
    }

    private static StateCounts count(List<ActionProgress> actions) {
        return new StateCounts(
                actions.stream().collect(Collectors.toMap(ActionProgress::state, each -> 1, Integer::sum)));
    }

    private static Stream<ActionProgress> whole(PlanBoard board) {
        return board.progress().objectives().stream()
                .flatMap(each -> each.means().stream())
                .flatMap(each -> each.actions().stream());
    }

    private static Stream<ActionProgress> withParts(ActionProgress action) {
        return Stream.concat(Stream.of(action), action.subActions().stream());
    }

    private static PlanBoard board(long seed, PlanStatus status) {
        return new GeneratedPlan(new Random(seed)).board(status);
    }

    /** Generates a plan of some means with actions and sub-actions. */
    private record GeneratedPlan(
            Random dice, Map<ActionId, ActionEvidence> evidence, List<PlanContents.ActionEntry> entries) {

        GeneratedPlan(Random dice) {
            this(dice, new HashMap<>(), new ArrayList<>());
        }

        PlanBoard board(PlanStatus status) {
            PlanId plan = new PlanId(id());
            List<Objective> objectives = Stream.of(1, 2)
                    .map(n -> new Objective(id(), 1, plan, n, "" + n, "Objectif", "", null, null))
                    .toList();
            List<Means> means = Stream.of(0, 0, 1)
                    .map(objectives::get)
                    .map(each -> new Means(
                            id(), 1, plan, new ObjectiveId(each.id()), 1, "1.1", "Moyen", "", null, null, null))
                    .toList();
            means.forEach(each -> {
                for (int i = dice.nextInt(5); i > 0; i--) {
                    ActionId whole = action(plan, each, null);
                    for (int parts = dice.nextInt(4) - 1; parts > 0; parts--) {
                        action(plan, each, whole);
                    }
                }
            });
            var header = new PlanHeader(
                    plan,
                    1,
                    new LineWording.PlanWording("Plan", PlanKind.ANNUAL, BEGINNING, END, 5),
                    status,
                    status == PlanStatus.DRAFT ? null : new Decision("AGA", BEGINNING, null, null),
                    null,
                    Instant.parse("2024-09-01T12:00:00Z"),
                    0,
                    null);
            var contents = new PlanContents(header, objectives, means, entries);
            return PlanBoardQueries.board(
                    contents, evidence, new ProgressCalculator(contents, evidence, TODAY, BEGINNING));
        }

        private ActionId action(PlanId plan, Means means, @Nullable ActionId parent) {
            UUID id = id();
            ActionTarget target =
                    dice.nextInt(4) == 0 ? ActionTarget.of(TargetMeasure.REALISATIONS, 1 + dice.nextInt(3)) : null;
            var words = new LineWording.ActionWording(
                    null,
                    null,
                    "Ligne",
                    dice.nextInt(4) == 0 ? Commitment.ON_REQUEST : Commitment.FIRM,
                    List.of(),
                    target);
            var action = Action.create(id, plan, new MeansId(means.id()), parent, entries.size(), words);
            entries.add(new PlanContents.ActionEntry(
                    dice.nextInt(12) == 0 ? action.withDrop(BEGINNING, "Une raison") : action,
                    followUp(id),
                    null,
                    List.of()));
            int done = dice.nextInt(3);
            if (done > 0) {
                evidence.put(
                        new ActionId(id),
                        new ActionEvidence(done, day(), null, 0, 0, BigDecimal.ZERO, 0, Map.of("OTHER", done)));
            }
            return new ActionId(id);
        }

        private ActionFollowUp followUp(UUID action) {
            boolean stated = dice.nextInt(8) == 0;
            boolean window = dice.nextInt(3) > 0;
            Integer times = dice.nextInt(5) == 0 ? Integer.valueOf(6) : null;
            return new ActionFollowUp(
                    action,
                    1,
                    null,
                    dice.nextBoolean() ? "Quelqu’un" : null,
                    window ? BEGINNING : null,
                    window ? TODAY.plusDays(dice.nextInt(120) - 60) : null,
                    null,
                    times,
                    times == null ? null : BEGINNING,
                    null,
                    dice.nextInt(10) == 0 ? day() : null,
                    null,
                    stated ? ActionState.POSTPONED : null,
                    stated ? "Une raison" : null,
                    stated ? day() : null);
        }

        private LocalDate day() {
            return BEGINNING.plusDays(dice.nextInt(194));
        }

        private UUID id() {
            return new UUID(dice.nextLong(), dice.nextLong());
        }
    }
}
