package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanContinuation;
import org.convergence.plan.actionplan.PlanContinuation.PlanComparison;
import org.convergence.plan.actionplan.PlanContinuation.PlanComparison.PlanLineOutcome;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@ExtendWith(CoordinatorExtension.class)
class PlanContinuationServiceTest {

    private static final String WORKSHOP = "Créer un atelier avec les membres.";

    @Autowired
    private ActionPlans plans;

    @Autowired
    private PlanContinuation continuation;

    @Autowired
    private PlanAdoptionService adoption;

    @Autowired
    private PlanBoardQueries boards;

    @Autowired
    private ActionFollowUpService followingUp;

    @Autowired
    private LineLinkService linking;

    @Autowired
    private LineLinkQueries links;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private PlanId plan = new PlanId(new UUID(0, 0));

    @BeforeEach
    void anAdoptedPlan() {
        plan = plans.draftFrom(Blueprints.aSmallPlan());
        adoption.adopt(plan, 1, new Decision("AGA", LocalDate.of(2024, 9, 30), null, null));
    }

    @Test
    void windowsMoveWithPeriodAndRealisationsStay() {
        followingUp.update(line(plan, WORKSHOP).id(), 0, facts(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 11, 30)));
        followingUp.complete(line(plan, WORKSHOP).id(), LocalDate.of(2024, 11, 15));
        PlanId next = continuation.continueAs(all());
        FollowedAction copied = followed(next, WORKSHOP);
        assertThat(copied.facts()).isEqualTo(facts(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 11, 30)));
        assertThat(copied.rhythmSince()).isEqualTo(LocalDate.of(2025, 9, 1));
        assertThat(summary(next))
                .isEqualTo(new PlanSummary(
                        next,
                        "Plan d’action 2025-2026",
                        PlanKind.ANNUAL,
                        PlanStatus.DRAFT,
                        LocalDate.of(2025, 9, 1),
                        LocalDate.of(2026, 8, 31)));
        assertThat(followed(next, "Demande de financement (financement obtenu).")
                        .facts()
                        .completedOn())
                .isNull();
    }

    @Test
    void copyOfLineAppliesItsDecision() {
        ActionId workshop = line(plan, WORKSHOP).id();
        ActionId parts = line(plan, "Création d’outils d’éducation :").id();
        List<NextPlan.ContinuedLine> lines = plans.findLines(List.of(plan)).stream()
                .map(PlanLine::id)
                .filter(id -> !id.equals(parts))
                .map(id -> id.equals(workshop)
                        ? new NextPlan.ContinuedLine(id, "Créer deux ateliers.", null, EffortSize.L, "Poste vacant")
                        : NextPlan.ContinuedLine.unchanged(id))
                .toList();
        PlanId next = continuation.continueAs(next(lines));
        FollowedAction copied = followed(next, "Créer deux ateliers.");
        assertThat(copied.facts().effort()).isEqualTo(EffortSize.L);
        assertThat(copied.facts().stated()).isEqualTo(ActionState.POSTPONED);
        assertThat(copied.facts().statedReason()).isEqualTo("Poste vacant");
        assertThat(plans.findLines(List.of(next)))
                .noneMatch(line -> line.text().contains("électronique"))
                .hasSize(plans.findLines(List.of(plan)).size() - 3);

        PlanComparison compared = continuation.compare(next);
        assertThat(compared.lines().get(PlanLineOutcome.REWORDED)).hasSize(1);
        assertThat(compared.lines().get(PlanLineOutcome.POSTPONED)).hasSize(1);
        assertThat(compared.lines().get(PlanLineOutcome.WITHDRAWN)).hasSize(3);
        assertThat(compared.lines()).doesNotContainKey(PlanLineOutcome.NEW);
        assertThat(compared.kept()).isEqualTo(lines.size() - 2 - 1);
    }

    @Test
    void repeatedOrConcurrentRequestsCreateOneDraft() {
        PlanId other = plans.draftFrom(Blueprints.aSmallPlan());
        adoption.adopt(other, 1, new Decision("AGA", LocalDate.of(2024, 9, 30), null, null));
        List<ConcurrentActions.ActionResult> ends = atOnce.runTogether(
                CoordinatorExtension.COORDINATOR,
                List.of(() -> continuation.continueAs(all()), () -> continuation.continueAs(all())));
        assertThat(ends).allMatch(ConcurrentActions.ActionResult::went);
        assertThat(ends.get(0).answer()).isEqualTo(ends.get(1).answer());
        assertThat(continuation.continueAs(all())).isEqualTo(ends.get(0).answer());
    }

    @Test
    void killInTheMiddleLeavesNothing() {
        long before = plansKept();
        var transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    continuation.continueAs(all());
                    jdbc.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                            .query()
                            .singleRow();
                }))
                .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        assertThat(plansKept()).isEqualTo(before);
        assertThat(continuation.review(plan).next()).isNull();
    }

    @Test
    void refusesToContinueDraft() {
        adoption.undoAdoption(plan);
        assertThatThrownBy(() -> continuation.continueAs(all())).isInstanceOf(Refused.class);
    }

    @Test
    void bothPlansStayOpenUntilTheEarlierIsClosed() {
        PlanId next = continuation.continueAs(all());
        adoption.adopt(next, 1, new Decision("AGA", LocalDate.of(2025, 9, 25), null, null));
        assertThat(summary(plan).isInForce(LocalDate.of(2025, 8, 31))).isTrue();
        assertThat(summary(next).isInForce(LocalDate.of(2025, 8, 31))).isFalse();
        assertThat(summary(next).isInForce(LocalDate.of(2025, 9, 1))).isTrue();
        assertThat(summary(plan).isInForce(LocalDate.of(2025, 9, 1))).isFalse();
    }

    @Test
    void linksFollowContinuedPlan() {
        PlanId directions = plans.draftFrom(directions());
        ActionId direction = plans.findLines(List.of(directions)).get(0).id();
        ActionId workshop = line(plan, WORKSHOP).id();
        linking.link(direction, List.of(), List.of(workshop));
        PlanId next = continuation.continueAs(all());
        ActionId copied = line(next, WORKSHOP).id();
        assertThat(links.findLinks(directions))
                .containsExactlyInAnyOrder(
                        new LineLinkQueries.LineLink(workshop, direction),
                        new LineLinkQueries.LineLink(copied, direction));
        linking.link(copied, List.of(direction), List.of());
        assertThat(links.findLinks(next)).isEmpty();
        assertThatThrownBy(() -> linking.link(copied, List.of(), List.of(workshop)))
                .isInstanceOf(Refused.class);
        assertThat(continuation.findContinuedLines(List.of(next))).containsEntry(copied, workshop);
    }

    static PlanBlueprint directions() {
        return new PlanBlueprint(
                "Orientations 2024-2028",
                PlanKind.DIRECTIONS,
                LocalDate.of(2024, 9, 1),
                LocalDate.of(2028, 8, 31),
                List.of(),
                List.of(new PlanBlueprint.BlueprintObjective(
                        "A",
                        "Éduquer",
                        "",
                        List.of(new PlanBlueprint.BlueprintMeans(
                                "A.1",
                                "Ateliers",
                                "",
                                null,
                                List.of(PlanBlueprint.BlueprintAction.ofText("Rejoindre toutes les régions.")))))));
    }

    private NextPlan all() {
        return next(plans.findLines(List.of(plan)).stream()
                .map(line -> NextPlan.ContinuedLine.unchanged(line.id()))
                .toList());
    }

    private NextPlan next(List<NextPlan.ContinuedLine> lines) {
        var period = Objects.requireNonNull(continuation.review(plan).period());
        return new NextPlan(plan, period.title(), period.from(), period.to(), lines, Set.of());
    }

    private static ActionFollowUpFacts facts(LocalDate from, LocalDate to) {
        return new ActionFollowUpFacts(null, "Le comité", List.of(), from, to, 4, EffortSize.M, null, null, null);
    }

    private PlanSummary summary(PlanId id) {
        return plans.findAll().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private FollowedAction followed(PlanId of, String text) {
        Map<ActionId, FollowedAction> followed = boards.board(of).followed();
        return Objects.requireNonNull(followed.get(line(of, text).id()));
    }

    private PlanLine line(PlanId of, String text) {
        return plans.findLines(List.of(of)).stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private long plansKept() {
        return jdbc.sql("SELECT count(*) FROM plan.actionplan_plan")
                .query(Long.class)
                .single();
    }
}
