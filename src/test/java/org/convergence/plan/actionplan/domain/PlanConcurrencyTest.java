package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people edit one plan concurrently: nothing is lost or done twice. */
@ModuleTest
@ExtendWith(CoordinatorExtension.class)
class PlanConcurrencyTest extends SmallPlanFixture {

    @Autowired
    private WordingHistory past;

    @Autowired
    private ConcurrentActions atOnce;

    @Test
    void moveSurvivesConcurrentRewording() {
        UUID action = actions(0, 0).get(0).id();
        UUID elsewhere = means(1, 0).id();
        var reworded = atOnce.runBeforeCommit(
                CoordinatorExtension.COORDINATOR,
                () -> drafting.move(plan, LineLevel.ACTION, action, LinePosition.under(elsewhere)),
                () -> drafting.reword(plan, action, 1, words("Autrement dit.")));
        assertThat(reworded.thrown()).isNull();
        var moved = actions(1, 0);
        assertThat(moved.get(moved.size() - 1)).satisfies(line -> {
            assertThat(line.id()).isEqualTo(action);
            assertThat(line.text()).isEqualTo("Autrement dit.");
        });
    }

    @Test
    void moveSurvivesConcurrentTagging() {
        UUID workshops = means(0, 0).id();
        UUID second = plans.tree(plan).objectives().get(1).id();
        var tagged = atOnce.runBeforeCommit(
                CoordinatorExtension.COORDINATOR,
                () -> drafting.move(plan, LineLevel.MEANS, workshops, LinePosition.under(second)),
                () -> followingUp.tagArea(new MeansId(workshops), 1, Area.SAFETY));
        assertThat(tagged.thrown()).isNull();
        assertThat(means(1, 1).id()).isEqualTo(workshops);
        assertThat(means(1, 1).area()).isEqualTo(Area.SAFETY);
    }

    @Test
    void refusesUndoOfAdoptionDuringAmendment() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        UUID action = actions(0, 0).get(1).id();
        var takenBack = atOnce.runBeforeCommit(
                CoordinatorExtension.COORDINATOR,
                () -> amending.reword(plan, action, 1, words("Créer deux ateliers."), DECIDED),
                () -> adoption.undoAdoption(plan));
        assertThat(takenBack.thrown()).isInstanceOf(Refused.class).hasMessage("actionplan.refused.amended");
        assertThat(plans.tree(plan).status()).isEqualTo(PlanStatus.ADOPTED);
    }

    @Test
    void amendmentWaitsForConcurrentUndoOfAdoption() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        UUID action = actions(0, 0).get(1).id();
        var amended = atOnce.runBeforeCommit(
                CoordinatorExtension.COORDINATOR,
                () -> adoption.undoAdoption(plan),
                () -> amending.reword(plan, action, 1, words("Créer deux ateliers."), DECIDED));
        assertThat(amended.thrown()).isInstanceOf(Refused.class).hasMessage("actionplan.refused.draft");
    }

    @Test
    void aPlanIsAdoptedOnce() {
        var ends = atOnce.runTogether(CoordinatorExtension.COORDINATOR, gestures(4, () -> {
            adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
            return true;
        }));
        assertThat(ends).filteredOn(ConcurrentActions.ActionResult::went).hasSize(1);
        assertThat(ends)
                .filteredOn(end -> !end.went())
                .allSatisfy(end -> assertThat(end.thrown()).isInstanceOfAny(Refused.class, EditConflict.class));
        assertThat(count("actionplan_adopted_text")).isEqualTo(1);
    }

    @Test
    void adoptsStateOfTheLastSavedEdit() {
        UUID action = actions(0, 0).get(1).id();
        var adopted = atOnce.runBeforeCommit(
                CoordinatorExtension.COORDINATOR,
                () -> drafting.reword(plan, action, 1, words("Créer deux ateliers.")),
                () -> adoption.adopt(plan, 1, BY_THE_ASSEMBLY));
        assertThat(adopted.thrown()).isNull();
        assertThat(jdbc.sql("SELECT tree::text FROM plan.actionplan_adopted_text WHERE plan = ?")
                        .param(plan.value())
                        .query(String.class)
                        .single())
                .contains("Créer deux ateliers.");
    }

    @Test
    void secondEditorSeesTheCommonOriginal() {
        UUID action = actions(0, 0).get(1).id();
        var ends = atOnce.runTogether(
                CoordinatorExtension.COORDINATOR,
                List.of(
                        () -> reword(action, "Créer deux ateliers."),
                        () -> reword(action, "Créer trois ateliers."),
                        () -> reword(action, "Créer quatre ateliers.")));
        assertThat(ends).filteredOn(ConcurrentActions.ActionResult::went).hasSize(1);
        assertThat(ends)
                .filteredOn(end -> !end.went())
                .allSatisfy(end -> assertThat(end.thrown())
                        .isInstanceOfSatisfying(
                                EditConflict.class,
                                conflict -> assertThat(past.findAtVersion(
                                                LineLevel.ACTION, conflict.row(), conflict.formVersion()))
                                        .hasValueSatisfying(base -> assertThat(base.label())
                                                .isEqualTo("Créer un atelier avec les membres."))));
    }

    @Test
    void helpersSurviveEditFromOlderForm() {
        ActionId action = new ActionId(actions(0, 0).get(1).id());
        UUID solange = person("Solange");
        UUID marcel = person("Marcel");
        int version = followingUp.update(action, 0, facts(solange));
        int next = followingUp.update(action, version, facts(solange, marcel));
        assertThat(next).isGreaterThan(version);
        assertThatThrownBy(() -> followingUp.update(action, version, facts(solange)))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void concurrentChangesOfHelpersAreSerialised() {
        ActionId action = new ActionId(actions(0, 0).get(1).id());
        UUID solange = person("Solange");
        var ends = atOnce.runTogether(
                CoordinatorExtension.COORDINATOR, gestures(4, () -> followingUp.update(action, 0, facts(solange))));
        assertThat(ends).filteredOn(ConcurrentActions.ActionResult::went).hasSize(1);
        assertThat(ends)
                .filteredOn(end -> !end.went())
                .allSatisfy(end -> assertThat(end.thrown()).isInstanceOf(EditConflict.class));
    }

    @Test
    void refusesManualStateDuringClosing() {
        adoption.adopt(plan, 1, BY_THE_ASSEMBLY);
        ActionId action = new ActionId(actions(0, 0).get(1).id());
        var said = atOnce.runBeforeCommit(
                CoordinatorExtension.COORDINATOR,
                () -> adoption.close(plan, LocalDate.of(2025, 8, 31)),
                () -> followingUp.setState(action, ActionState.POSTPONED, "Faute de moyens"));
        assertThat(said.thrown()).isInstanceOf(Refused.class).hasMessage("actionplan.refused.closed");
    }

    @Test
    void concurrentDraftEditsKeepEveryLine() {
        UUID means = means(1, 0).id();
        int before = actions(1, 0).size();
        var ends = atOnce.runTogether(
                CoordinatorExtension.COORDINATOR,
                gestures(5, () -> drafting.add(plan, new LinePosition(means, null, 1), words("Une action de plus."))));
        assertThat(ends).allMatch(ConcurrentActions.ActionResult::went);
        assertThat(actions(1, 0)).hasSize(before + 5);
        assertThat(jdbc.sql("SELECT count(DISTINCT position) FROM plan.actionplan_action WHERE means = ?")
                        .param(means)
                        .query(Integer.class)
                        .single())
                .as("each at its own position")
                .isEqualTo(before + 5);
    }

    private Object reword(UUID action, String text) {
        drafting.reword(plan, action, 1, words(text));
        return true;
    }

    private static List<Callable<?>> gestures(int many, Callable<?> gesture) {
        List<Callable<?>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(gesture);
        }
        return all;
    }

    private static ActionFollowUpFacts facts(UUID... support) {
        return new ActionFollowUpFacts(null, null, List.of(support), null, null, null, null, null, null, null);
    }

    private UUID person(String name) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO directory.people_person (id, given_name, family_name) VALUES (?, ?, 'Tremblay')")
                .params(id, name)
                .update();
        return id;
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM plan." + table + " WHERE plan = ?")
                .param(plan.value())
                .query(Integer.class)
                .single();
    }

    private PlanTree.MeansNode means(int objective, int means) {
        return plans.tree(plan).objectives().get(objective).means().get(means);
    }

    private List<PlanTree.ActionNode> actions(int objective, int means) {
        return means(objective, means).actions();
    }

    private static LineWording.ActionWording words(String text) {
        return new LineWording.ActionWording(null, null, text, Commitment.FIRM, List.of(), null);
    }
}
