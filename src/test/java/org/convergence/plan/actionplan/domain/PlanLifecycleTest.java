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
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.LineWording.AmendmentChange;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@ModuleTest
@ExtendWith(CoordinatorExtension.class)
class PlanLifecycleTest extends SmallPlanFixture {

    @Autowired
    private org.convergence.platform.settings.OrganisationSettings settings;

    @Autowired
    private AmendmentQueries amendments;

    @Test
    void adoptedPlanIsNoDraft() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        UUID line = line("Créer un atelier avec les membres.").id().value();
        assertThatThrownBy(() -> drafting.reword(plan, line, 1, words("Autrement.")))
                .isInstanceOf(Refused.class)
                .hasMessage("actionplan.refused.not-draft");
        assertThatThrownBy(() -> drafting.discard(plan)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesToAdoptPlanWithoutPeriod() {
        PlanId sketch = drafting.create(new LineWording.PlanWording(
                "Orientations", org.convergence.plan.actionplan.PlanKind.DIRECTIONS, null, null, 5));
        assertThatThrownBy(() -> adoption.adopt(sketch, 1, BY_THE_ASSEMBLY)).hasMessage("actionplan.refused.no-period");
    }

    @Test
    void anAmendmentIsDatedReasonedAndComparable() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        var line = line("Créer un atelier avec les membres.");
        var conditional = new LineWording.ActionWording(
                null,
                null,
                "Créer un atelier, si les forces le permettent.",
                Commitment.IF_CAPACITY_ALLOWS,
                List.of(),
                null);
        amending.reword(plan, line.id().value(), 1, conditional, DECIDED);

        var kept = amendments.findByPlan(plan).get(0);
        assertThat(kept.decidedOn()).isEqualTo(DECIDED.decidedOn());
        assertThat(kept.reason()).isEqualTo(DECIDED.reason());
        assertThat(EnumSet.copyOf(kept.changes()))
                .isEqualTo(EnumSet.of(AmendmentChange.TEXT, AmendmentChange.COMMITMENT));
        var difference = amendments.compareWithAdopted(plan).get(0);
        assertThat(difference.formerText()).contains("Créer un atelier avec les membres.");
        assertThat(difference.currentText()).contains("Créer un atelier, si les forces le permettent.");
    }

    @Test
    void unamendedPlanEqualsAdoptedPlan() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        assertThat(amendments.compareWithAdopted(plan)).isEmpty();
    }

    @Test
    void droppedActionKeepsItsReasonAndCanBeRestored() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        UUID tools = line("Création d’outils d’éducation :").id().value();
        amending.drop(plan, LineLevel.ACTION, tools, DECIDED);
        var dropped = progressOf("Création d’outils d’éducation :");
        assertThat(dropped.state()).isEqualTo(ActionState.DROPPED);
        assertThat(dropped.reason()).isEqualTo(DECIDED.reason());
        assertThat(dropped.subActions()).extracting("state").containsOnly(ActionState.DROPPED);
        assertThat(plans.tree(plan).objectives().get(0).means().get(1).actions())
                .hasSize(1);
        assertThat(amendments.compareWithAdopted(plan)).hasSize(3);

        amending.restore(plan, LineLevel.ACTION, tools, DECIDED);
        assertThat(amendments.compareWithAdopted(plan)).isEmpty();
        assertThat(amendments.findByPlan(plan)).hasSize(2);
    }

    @Test
    void refusesAmendmentDatedBeforeItsDecision() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        UUID tools = line("Création d’outils d’éducation :").id().value();
        var ahead = new AmendmentNote(settings.today().plusDays(1), "Demain", null);
        assertThatThrownBy(() -> amending.drop(plan, LineLevel.ACTION, tools, ahead))
                .hasMessage("actionplan.refused.decided-in-future");
    }

    @Test
    void repeatedManualStateIsDatedToday() {
        var action = line("Créer un atelier avec les membres.").id();
        followingUp.setState(action, ActionState.POSTPONED, "Faute de moyens");
        jdbc.sql("UPDATE plan.actionplan_follow_up SET stated_on = '2024-10-01' WHERE action = ?")
                .param(action.value())
                .update();
        followingUp.setState(action, ActionState.POSTPONED, "Faute de moyens");
        assertThat(jdbc.sql("SELECT stated_on FROM plan.actionplan_follow_up WHERE action = ?")
                        .param(action.value())
                        .query(java.time.LocalDate.class)
                        .single())
                .isEqualTo(settings.today());
    }

    @Test
    void taggingAMeansToAnAreaIsNoAmendment() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        var means = plans.tree(plan).objectives().get(0).means().get(0);
        followingUp.tagArea(
                new org.convergence.plan.actionplan.MeansId(means.id()),
                1,
                org.convergence.plan.actionplan.Area.OUTREACH);
        assertThat(amendments.findByPlan(plan)).isEmpty();
        assertThat(plans.tree(plan).objectives().get(0).means().get(0).area())
                .isEqualTo(org.convergence.plan.actionplan.Area.OUTREACH);
    }

    @Test
    void undoesAdoptionUntilFirstAmendment() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        adoption.undoAdoption(plan);
        adoption.adopt(plan, 3, BY_THE_ASSEMBLY);
        amending.drop(
                plan,
                LineLevel.ACTION,
                line("Créer un atelier avec les membres.").id().value(),
                DECIDED);
        assertThatThrownBy(() -> adoption.undoAdoption(plan)).hasMessage("actionplan.refused.amended");
    }

    @Test
    void aClosedPlanNoLongerChanges() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        ActionId action = line("Créer un atelier avec les membres.").id();
        adoption.close(plan, LocalDate.of(2025, 8, 31));
        assertThat(plans.progress(plan).asOf()).isEqualTo(LocalDate.of(2025, 8, 31));
        assertThatThrownBy(() -> followingUp.setState(action, ActionState.POSTPONED, "Faute de moyens"))
                .hasMessage("actionplan.refused.closed");
        assertThatThrownBy(() -> amending.drop(plan, LineLevel.ACTION, action.value(), DECIDED))
                .hasMessage("actionplan.refused.closed");
    }

    @Test
    void eachOperationNeedsItsPermission() {
        var reader = new Actor(new UUID(0, 9), "Une lectrice", null, null, Set.of(ActionPlanPermissions.READ));
        ActionId action = line("Créer un atelier avec les membres.").id();
        CurrentActor.runAs(reader, () -> {
            assertThat(plans.tree(plan).objectives()).hasSize(2);
            for (Runnable gesture : List.<Runnable>of(
                    () -> plans.draftFrom(Blueprints.aSmallPlan()),
                    () -> drafting.discard(plan),
                    () -> adoption.adopt(plan, 1, BY_THE_ASSEMBLY),
                    () -> amending.drop(plan, LineLevel.ACTION, action.value(), DECIDED),
                    () -> followingUp.complete(action, LocalDate.of(2024, 12, 1)))) {
                assertThatThrownBy(gesture::run).isInstanceOf(AccessDeniedException.class);
            }
        });
    }

    @Test
    void auditNamesTheOperation() {
        drafting.reword(plan, line("Créer un atelier avec les membres.").id().value(), 1, words("Autrement."));
        assertThat(jdbc.sql("SELECT gesture FROM platform.audit_entry ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("actionplan.reword");
    }

    private static LineWording.ActionWording words(String text) {
        return new LineWording.ActionWording(null, null, text, Commitment.FIRM, List.of(), null);
    }

    private PlanLine line(String text) {
        return plans.findLines(List.of(plan)).stream()
                .filter(line -> line.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private org.convergence.plan.actionplan.PlanProgress.ActionProgress progressOf(String text) {
        return plans.progress(plan).objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .filter(action -> action.line().text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
