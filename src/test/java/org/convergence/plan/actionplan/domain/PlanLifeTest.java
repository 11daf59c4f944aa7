package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.Change;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.actionplan.Wording;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ModuleTest
@ExtendWith(ByCoordinator.class)
class PlanLifeTest {

    private static final Adoption BY_THE_ASSEMBLY =
            new Adoption("AGA", LocalDate.of(2024, 9, 30), "AGA-2024-09-04", null);
    private static final AmendmentNote DECIDED =
            new AmendmentNote(LocalDate.of(2025, 1, 28), "Une subvention a pris fin", "CA-2025-01-07");

    @Autowired
    private ActionPlans plans;

    @Autowired
    private PlanDrafting drafting;

    @Autowired
    private PlanAdoption adoption;

    @Autowired
    private PlanAmending amending;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private AmendmentReading amendments;

    @Autowired
    private JdbcClient jdbc;

    private PlanId plan = new PlanId(new UUID(0, 0));

    @BeforeEach
    void aDraft() {
        plan = plans.draftFrom(Blueprints.aSmallPlan());
    }

    @Test
    void aDraftIsTheBlueprintInItsOrder() {
        PlanTree tree = plans.tree(plan);
        assertThat(tree.sections()).extracting(PlanTree.Section::title).containsExactly("", "Équipe");
        assertThat(tree.objectives()).extracting(PlanTree.Objective::code).containsExactly("1", "2");
        assertThat(tree.objectives().get(0).means())
                .extracting(PlanTree.Means::code)
                .containsExactly("1.2", "1.4");
        var tools = tree.objectives().get(0).means().get(1).actions().get(0);
        assertThat(tools.subActions())
                .extracting(PlanTree.Action::text)
                .containsExactly("Recherche sur l’électronique.", "Bande dessinée sur l’électronique.");
        var onRequest = tree.objectives().get(0).means().get(0).actions().get(0);
        assertThat(onRequest.commitment()).isEqualTo(Commitment.ON_REQUEST);
        assertThat(onRequest.conditions().get(0).words()).isEqualTo("sur demande");
    }

    @Test
    void whatThePlansWordsSayIsDoneIsDone() {
        var states = progressOf("Demande de financement (financement obtenu).");
        assertThat(states.state()).isEqualTo(ActionState.DONE);
        assertThat(states.reason()).isEqualTo("financement obtenu");
    }

    @Test
    void everyLineOfADraftCanBeReworded() {
        var line = line("Créer un atelier avec les membres.");
        drafting.reword(
                plan,
                line.id().value(),
                1,
                words("Créer deux ateliers.").wanting(Target.of(TargetMeasure.REALISATIONS, 2)));
        assertThat(line("Créer deux ateliers.").id()).isEqualTo(line.id());
        assertThat(amendments.of(plan)).isEmpty();
    }

    @Test
    void twoPeopleWhoRewordOneLineDoNotOverwriteOneAnother() {
        UUID line = line("Créer un atelier avec les membres.").id().value();
        drafting.reword(plan, line, 1, words("Créer deux ateliers."));
        assertThatThrownBy(() -> drafting.reword(plan, line, 1, words("Créer trois ateliers.")))
                .isInstanceOfSatisfying(EditConflict.class, conflict -> {
                    assertThat(conflict.table()).isEqualTo("plan.actionplan_action");
                    assertThat(conflict.row()).isEqualTo(line);
                    assertThat(conflict.formVersion()).isEqualTo(1);
                });
    }

    @Test
    void linesAreAddedMovedAndTakenOut() {
        var projects = plans.tree(plan).objectives().get(1).means().get(0);
        UUID added = drafting.add(plan, Place.under(projects.id()), words("Rapport au bailleur."));
        assertThat(texts(1, 0)).endsWith("Rapport au bailleur.");
        drafting.shift(plan, Level.ACTION, added, -1);
        drafting.shift(plan, Level.ACTION, added, -1);
        assertThat(texts(1, 0).get(1)).isEqualTo("Rapport au bailleur.");
        UUID workshops = plans.tree(plan).objectives().get(0).means().get(0).id();
        drafting.move(plan, Level.ACTION, added, new Place(workshops, null, 0));
        assertThat(texts(0, 0).get(0)).isEqualTo("Rapport au bailleur.");
        drafting.remove(plan, Level.MEANS, workshops);
        assertThat(plans.tree(plan).objectives().get(0).means()).hasSize(1);
    }

    @Test
    void anActionMovesWithItsParts() {
        PlanTree tree = plans.tree(plan);
        var tools = tree.objectives().get(0).means().get(1).actions().get(0);
        UUID projects = tree.objectives().get(1).means().get(0).id();
        drafting.move(plan, Level.ACTION, tools.id(), Place.under(projects));
        var moved = plans.tree(plan).objectives().get(1).means().get(0).actions();
        assertThat(moved.get(moved.size() - 1).subActions()).hasSize(2);
    }

    @Test
    void aPartHasNoParts() {
        PlanTree tree = plans.tree(plan);
        var means = tree.objectives().get(0).means().get(1);
        var tools = means.actions().get(0);
        var other = means.actions().get(1);
        var part = tools.subActions().get(0).id();
        assertThatThrownBy(() -> drafting.add(plan, new Place(means.id(), part, null), words("Trop profond.")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drafting.move(plan, Level.ACTION, tools.id(), new Place(means.id(), other.id(), null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void positionsNeverRunOut() {
        UUID means = plans.tree(plan).objectives().get(1).means().get(0).id();
        for (int i = 0; i < 30; i++) {
            UUID added = drafting.add(plan, Place.under(means), words("Action " + i));
            drafting.move(plan, Level.ACTION, added, new Place(means, null, 1));
        }
        assertThat(texts(1, 0)).startsWith("Co-coordination du projet de coopératives.", "Action 29", "Action 28");
    }

    @Test
    void aLineOfAnotherPlanIsNotFound() {
        PlanId other = plans.draftFrom(Blueprints.aSmallPlan());
        UUID line = line("Créer un atelier avec les membres.").id().value();
        assertThatThrownBy(() -> drafting.remove(other, Level.ACTION, line)).isInstanceOf(NotFound.class);
    }

    @Test
    void anAdoptedPlanIsNoLongerDrafted() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        UUID line = line("Créer un atelier avec les membres.").id().value();
        assertThatThrownBy(() -> drafting.reword(plan, line, 1, words("Autrement.")))
                .isInstanceOf(Refused.class)
                .hasMessage("actionplan.refused.not-draft");
        assertThatThrownBy(() -> drafting.discard(plan)).isInstanceOf(Refused.class);
    }

    @Test
    void aPlanWithoutPeriodIsNotAdopted() {
        PlanId sketch = drafting.begin(
                new Wording.OfPlan("Orientations", org.convergence.plan.actionplan.PlanKind.DIRECTIONS, null, null, 5));
        assertThatThrownBy(() -> adoption.adopt(sketch, 1, BY_THE_ASSEMBLY)).hasMessage("actionplan.refused.no-period");
    }

    @Test
    void anAmendmentIsDatedReasonedAndComparable() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        var line = line("Créer un atelier avec les membres.");
        var conditional = new Wording.OfAction(
                null,
                null,
                "Créer un atelier, si les forces le permettent.",
                Commitment.IF_CAPACITY_ALLOWS,
                List.of(),
                null);
        amending.reword(plan, line.id().value(), 1, conditional, DECIDED);

        var kept = amendments.of(plan).get(0);
        assertThat(kept.decidedOn()).isEqualTo(DECIDED.decidedOn());
        assertThat(kept.reason()).isEqualTo(DECIDED.reason());
        assertThat(EnumSet.copyOf(kept.changes())).isEqualTo(EnumSet.of(Change.TEXT, Change.COMMITMENT));
        var difference = amendments.comparison(plan).get(0);
        assertThat(difference.adopted()).contains("Créer un atelier avec les membres.");
        assertThat(difference.now()).contains("Créer un atelier, si les forces le permettent.");
    }

    @Test
    void aPlanThatWasNotAmendedDoesNotDifferFromWhatWasAdopted() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        assertThat(amendments.comparison(plan)).isEmpty();
    }

    @Test
    void aDroppedActionStaysWithItsReasonAndCanComeBack() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        UUID tools = line("Création d’outils d’éducation :").id().value();
        amending.drop(plan, Level.ACTION, tools, DECIDED);
        var dropped = progressOf("Création d’outils d’éducation :");
        assertThat(dropped.state()).isEqualTo(ActionState.DROPPED);
        assertThat(dropped.reason()).isEqualTo(DECIDED.reason());
        assertThat(dropped.subActions()).extracting("state").containsOnly(ActionState.DROPPED);
        assertThat(plans.tree(plan).objectives().get(0).means().get(1).actions())
                .hasSize(1);
        assertThat(amendments.comparison(plan)).hasSize(3);

        amending.restore(plan, Level.ACTION, tools, DECIDED);
        assertThat(amendments.comparison(plan)).isEmpty();
        assertThat(amendments.of(plan)).hasSize(2);
    }

    @Test
    void taggingAMeansToAnAreaIsNoAmendment() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        var means = plans.tree(plan).objectives().get(0).means().get(0);
        followingUp.tag(
                new org.convergence.plan.actionplan.MeansId(means.id()),
                1,
                org.convergence.plan.actionplan.Area.OUTREACH);
        assertThat(amendments.of(plan)).isEmpty();
        assertThat(plans.tree(plan).objectives().get(0).means().get(0).area())
                .isEqualTo(org.convergence.plan.actionplan.Area.OUTREACH);
    }

    @Test
    void anAdoptionIsTakenBackUntilThereIsAnAmendment() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        adoption.takeBack(plan);
        adoption.adopt(plan, 3, BY_THE_ASSEMBLY);
        amending.drop(
                plan,
                Level.ACTION,
                line("Créer un atelier avec les membres.").id().value(),
                DECIDED);
        assertThatThrownBy(() -> adoption.takeBack(plan)).hasMessage("actionplan.refused.amended");
    }

    @Test
    void aClosedPlanNoLongerChanges() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        ActionId action = line("Créer un atelier avec les membres.").id();
        adoption.close(plan, LocalDate.of(2025, 8, 31));
        assertThat(plans.progress(plan).asOf()).isEqualTo(LocalDate.of(2025, 8, 31));
        assertThatThrownBy(() -> followingUp.state(action, ActionState.POSTPONED, "Faute de moyens"))
                .hasMessage("actionplan.refused.closed");
        assertThatThrownBy(() -> amending.drop(plan, Level.ACTION, action.value(), DECIDED))
                .hasMessage("actionplan.refused.closed");
    }

    @Test
    void eachGestureNeedsItsPermission() {
        var reader = new Actor(new UUID(0, 9), "Une lectrice", null, null, Set.of(ActionPlanPermissions.READ));
        ActionId action = line("Créer un atelier avec les membres.").id();
        CurrentActor.runAs(reader, () -> {
            assertThat(plans.tree(plan).objectives()).hasSize(2);
            for (Runnable gesture : List.<Runnable>of(
                    () -> plans.draftFrom(Blueprints.aSmallPlan()),
                    () -> drafting.discard(plan),
                    () -> adoption.adopt(plan, 1, BY_THE_ASSEMBLY),
                    () -> amending.drop(plan, Level.ACTION, action.value(), DECIDED),
                    () -> followingUp.complete(action, LocalDate.of(2024, 12, 1)))) {
                assertThatThrownBy(gesture::run).isInstanceOf(AccessDeniedException.class);
            }
        });
    }

    @Test
    void theAuditNamesTheGesture() {
        drafting.reword(plan, line("Créer un atelier avec les membres.").id().value(), 1, words("Autrement."));
        assertThat(jdbc.sql("SELECT gesture FROM platform.audit_entry ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("PlanDrafting.reword");
    }

    private static Wording.OfAction words(String text) {
        return new Wording.OfAction(null, null, text, Commitment.FIRM, List.of(), null);
    }

    private PlanLine line(String text) {
        return plans.lines(List.of(plan)).stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts(int objective, int means) {
        return plans.tree(plan).objectives().get(objective).means().get(means).actions().stream()
                .map(PlanTree.Action::text)
                .toList();
    }

    private org.convergence.plan.actionplan.PlanProgress.OfAction progressOf(String text) {
        return plans.progress(plan).objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .filter(action -> action.line().text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
