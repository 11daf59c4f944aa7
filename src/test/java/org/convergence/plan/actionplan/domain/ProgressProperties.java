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
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.Counts;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.Signal;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.actionplan.Wording;
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
            for (OfAction action : means.actions()) {
                if (isLate(action.subActions())) {
                    assertThat(action.state()).isEqualTo(ActionState.LATE);
                }
            }
            assertThat(means.signal() == Signal.LATE).isEqualTo(isLate(means.actions()));
            assertThat(means.counts()).isEqualTo(count(means.actions()));
        });
    }

    @Property(tries = 400)
    void whatIsAskedAsLateIsWhatIsCountedAsLate(@ForAll long seed) {
        PlanBoard board = board(seed, PlanStatus.ADOPTED);
        List<DueLine> late = DueLines.of(List.of(board), TODAY, TODAY).stream()
                .filter(due -> due.why() == DueLine.Why.LATE)
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
    void whatIsSaidOfAnActionHoldsForItsSubActions(@ForAll long seed) {
        PlanBoard board = board(seed, PlanStatus.ADOPTED);
        whole(board)
                .filter(action -> action.state().isSetAside())
                .flatMap(action -> action.subActions().stream())
                .forEach(part -> assertThat(part.state().isSetAside() || part.state() == ActionState.DONE)
                        .isTrue());
        assertThat(WorkAhead.of(board, TODAY))
                .allSatisfy(work -> assertThat(
                                work.state() == ActionState.DONE || work.state().isSetAside())
                        .isFalse());
    }

    @Property(tries = 200)
    void nothingOfADraftIsLateUnderWayOrQuiet(@ForAll long seed) {
        PlanBoard draft = board(seed, PlanStatus.DRAFT);
        assertThat(whole(draft).flatMap(ProgressProperties::withParts).map(OfAction::state))
                .doesNotContain(ActionState.LATE, ActionState.UNDER_WAY);
        assertThat(draft.progress().objectives().stream()
                        .flatMap(each -> each.means().stream())
                        .map(PlanProgress.OfMeans::signal))
                .allMatch(Signal.NOT_BEGUN::equals);
    }

    private static boolean isLate(List<OfAction> actions) {
        return actions.stream().anyMatch(each -> each.state() == ActionState.LATE);
    }

    private static Counts count(List<OfAction> actions) {
        return new Counts(actions.stream().collect(Collectors.toMap(OfAction::state, each -> 1, Integer::sum)));
    }

    private static Stream<OfAction> whole(PlanBoard board) {
        return board.progress().objectives().stream()
                .flatMap(each -> each.means().stream())
                .flatMap(each -> each.actions().stream());
    }

    private static Stream<OfAction> withParts(OfAction action) {
        return Stream.concat(Stream.of(action), action.subActions().stream());
    }

    private static PlanBoard board(long seed, PlanStatus status) {
        return new Drawn(new Random(seed)).board(status);
    }

    /** Generates a plan of some means with actions and sub-actions. */
    private record Drawn(Random dice, Map<ActionId, Evidence> evidence, List<PlanContents.Entry> entries) {

        Drawn(Random dice) {
            this(dice, new HashMap<>(), new ArrayList<>());
        }

        PlanBoard board(PlanStatus status) {
            PlanId plan = new PlanId(id());
            var objective = new Objective(id(), 1, plan, 0, "1", "Objectif", "", null, null);
            List<Means> means = Stream.of(1, 2)
                    .map(n -> new Means(
                            id(), 1, plan, new ObjectiveId(objective.id()), n, "1." + n, "Moyen", "", null, null, null))
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
                    new Wording.OfPlan("Plan", PlanKind.ANNUAL, BEGINNING, END, 5),
                    status,
                    status == PlanStatus.DRAFT ? null : new Decision("AGA", BEGINNING, null, null),
                    null,
                    Instant.parse("2024-09-01T12:00:00Z"),
                    0);
            var contents = new PlanContents(header, List.of(objective), means, entries);
            return PlanBoards.board(contents, evidence, new ProgressAccount(contents, evidence, TODAY, BEGINNING));
        }

        private ActionId action(PlanId plan, Means means, @Nullable ActionId parent) {
            UUID id = id();
            Target target = dice.nextInt(4) == 0 ? Target.of(TargetMeasure.REALISATIONS, 1 + dice.nextInt(3)) : null;
            var words = new Wording.OfAction(
                    null,
                    null,
                    "Ligne",
                    dice.nextInt(4) == 0 ? Commitment.ON_REQUEST : Commitment.FIRM,
                    List.of(),
                    target);
            var action = Action.of(id, plan, new MeansId(means.id()), parent, entries.size(), words);
            entries.add(new PlanContents.Entry(
                    dice.nextInt(12) == 0 ? action.dropped(BEGINNING, "Une raison") : action,
                    followUp(id),
                    null,
                    List.of()));
            int done = dice.nextInt(3);
            if (done > 0) {
                evidence.put(
                        new ActionId(id),
                        new Evidence(done, day(), null, 0, 0, BigDecimal.ZERO, 0, Map.of("OTHER", done)));
            }
            return new ActionId(id);
        }

        private FollowUp followUp(UUID action) {
            boolean stated = dice.nextInt(8) == 0;
            boolean window = dice.nextInt(3) > 0;
            Integer times = dice.nextInt(5) == 0 ? Integer.valueOf(6) : null;
            return new FollowUp(
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
