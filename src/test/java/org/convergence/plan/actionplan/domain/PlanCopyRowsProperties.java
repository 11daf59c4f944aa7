package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanKind;
import org.jspecify.annotations.Nullable;

/** For any plan and any withdrawn lines, the other lines are copied completely. */
class PlanCopyRowsProperties {

    private static final LocalDate BEGAN = LocalDate.of(2024, 9, 1);
    private static final LocalDate ENDED = LocalDate.of(2025, 8, 31);

    @Property(tries = 300)
    void everyRemainingLineAppearsOnceInPlaceWithItsNumber(@ForAll long seed) {
        var random = new Random(seed);
        PlanContents past = plan(random);
        Set<UUID> kept = past.entries().stream()
                .map(entry -> entry.action().id())
                .filter(id -> random.nextInt(4) > 0)
                .collect(Collectors.toSet());
        var copy = new PlanCopyRows(past, List.of(), next(past, kept), Instant.EPOCH, ENDED);

        List<UUID> expected = inOrder(past)
                .filter(kept::contains)
                .filter(id -> parent(past, id) == null || kept.contains(parent(past, id)))
                .toList();
        assertThat(earlierInOrder(copy)).containsExactlyElementsOf(expected);
        assertThat(copy.fromTo).hasSize(expected.size());
        Stream.concat(copy.actions.stream(), copy.parts.stream()).forEach(made -> {
            Action was = action(past, earlier(copy, made.id()));
            assertThat(made.wording()).isEqualTo(was.wording());
            assertThat(made.position()).isEqualTo(was.position());
            assertThat(made.plan()).isEqualTo(copy.plan.typedId());
        });
    }

    @Property(tries = 300)
    void meansContinuesWithItsLinesOrEmpty(@ForAll long seed) {
        var random = new Random(seed);
        PlanContents past = plan(random);
        Set<UUID> kept = past.entries().stream()
                .map(entry -> entry.action().id())
                .filter(id -> random.nextBoolean())
                .collect(Collectors.toSet());
        var copy = new PlanCopyRows(past, List.of(), next(past, kept), Instant.EPOCH, ENDED);
        Set<UUID> going =
                copy.means.stream().map(means -> earlier(copy, means.id())).collect(Collectors.toSet());
        for (Means means : past.means()) {
            List<PlanContents.ActionEntry> lines = past.actionsOf(means);
            boolean goes = lines.isEmpty()
                    ? means.droppedOn() == null
                    : lines.stream()
                            .anyMatch(line -> kept.contains(line.action().id()));
            assertThat(going.contains(means.id())).isEqualTo(goes);
        }
        assertThat(copy.means)
                .allSatisfy(means -> assertThat(means.code())
                        .isEqualTo(find(past.means(), Means::id, earlier(copy, means.id()))
                                .code()));
    }

    private static PlanContents plan(Random random) {
        var facts = new LineWording.PlanWording("Plan 2024-2025", PlanKind.ANNUAL, BEGAN, ENDED, 5);
        Plan plan = Plan.draft(UUID.randomUUID(), facts, Instant.EPOCH, null).closed(ENDED);
        List<Objective> objectives = new ArrayList<>();
        List<Means> means = new ArrayList<>();
        List<PlanContents.ActionEntry> entries = new ArrayList<>();
        for (int o = 1; o <= random.nextInt(4); o++) {
            Objective objective = Objective.create(
                    UUID.randomUUID(),
                    plan.typedId(),
                    o * 10,
                    new LineWording.ObjectiveWording("" + o * 2, "Objectif", ""));
            objectives.add(objective);
            for (int m = 1; m <= random.nextInt(4); m++) {
                Means each = Means.create(
                        UUID.randomUUID(),
                        plan.typedId(),
                        new ObjectiveId(objective.id()),
                        m * 10,
                        new LineWording.MeansWording(o + "." + m * 3, "Moyen", "", null));
                each = random.nextInt(5) == 0 ? each.withDrop(ENDED, "Décidé") : each;
                means.add(each);
                for (int a = 1; a <= random.nextInt(5); a++) {
                    Action action = add(entries, plan, each, null, a * 10);
                    for (int p = 1; p <= random.nextInt(3); p++) {
                        add(entries, plan, each, new ActionId(action.id()), p * 10);
                    }
                }
            }
        }
        entries.sort(Comparator.comparing(entry -> entry.action().position()));
        return new PlanContents(PlanHeader.of(plan, 0), objectives, means, entries);
    }

    private static Action add(
            List<PlanContents.ActionEntry> entries, Plan plan, Means means, @Nullable ActionId parent, int position) {
        var words =
                new LineWording.ActionWording(null, null, "Ligne " + entries.size(), Commitment.FIRM, List.of(), null);
        Action action =
                Action.create(UUID.randomUUID(), plan.typedId(), new MeansId(means.id()), parent, position, words);
        entries.add(new PlanContents.ActionEntry(action, ActionFollowUp.none(action.id()), null, List.of()));
        return action;
    }

    private static NextPlan next(PlanContents past, Set<UUID> kept) {
        return new NextPlan(
                past.header().id(),
                "Plan 2025-2026",
                LocalDate.of(2025, 9, 1),
                LocalDate.of(2026, 8, 31),
                kept.stream()
                        .map(id -> NextPlan.ContinuedLine.unchanged(new ActionId(id)))
                        .toList(),
                Set.of());
    }

    private static Stream<UUID> inOrder(PlanContents past) {
        return ActionPlanQueries.inOrder(past).map(line -> line.id().value());
    }

    /** The earlier lines in the order of the new ones. */
    private static List<UUID> earlierInOrder(PlanCopyRows copy) {
        List<PlanContents.ActionEntry> entries = Stream.concat(copy.actions.stream(), copy.parts.stream())
                .sorted(Comparator.comparing(Action::position))
                .map(action -> new PlanContents.ActionEntry(action, ActionFollowUp.none(action.id()), null, List.of()))
                .toList();
        return inOrder(new PlanContents(PlanHeader.of(copy.plan, 0), copy.objectives, copy.means, entries))
                .map(id -> earlier(copy, id))
                .toList();
    }

    private static UUID earlier(PlanCopyRows copy, UUID made) {
        return Objects.requireNonNull(copy.lineage.get(made));
    }

    private static Action action(PlanContents past, UUID id) {
        return find(past.entries(), entry -> entry.action().id(), id).action();
    }

    private static @Nullable UUID parent(PlanContents past, UUID id) {
        ActionId parent = action(past, id).parent();
        return parent == null ? null : parent.value();
    }

    private static <T> T find(List<T> all, Function<T, UUID> key, UUID id) {
        return all.stream()
                .filter(each -> key.apply(each).equals(id))
                .findFirst()
                .orElseThrow();
    }
}
