package org.convergence.plan.actionplan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.redaction.RedactableColumns;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@ExtendWith(CoordinatorExtension.class)
class PlanDraftTest {

    @Autowired
    private ActionPlans plans;

    @Autowired
    private PlanDraftService drafting;

    @Autowired
    private AmendmentQueries amendments;

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private List<RedactableColumns> copies;

    @Autowired
    private TestUsers users;

    @Autowired
    private PersonService persons;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    private PlanId plan = new PlanId(new UUID(0, 0));

    @BeforeEach
    void aDraft() {
        plan = plans.draftFrom(Blueprints.aSmallPlan());
    }

    @Test
    void erasedPersonIsNamedInNoPlanOrHistory() throws Exception {
        users.ensureOrganisation();
        PersonId zelie = CurrentActor.callAs(
                users.actor(Role.COORDINATOR), () -> persons.create(PersonFacts.named("Zélie", "Plantureux")));
        db.sql(
                        "UPDATE plan.actionplan_plan SET adoption_words = 'Adopté sur proposition de Zélie Plantureux' WHERE id = ?")
                .param(plan.value())
                .update();
        for (String part : List.of("section", "objective", "means", "action")) {
            db.sql("UPDATE plan.actionplan_" + part + " SET text = 'Demander à Zélie Plantureux' WHERE plan = ?")
                    .param(plan.value())
                    .update();
        }
        transaction.executeWithoutResult(
                status -> references.forEach(each -> each.rename(zelie, IdentityReference.WITHOUT)));

        assertThat(plans.tree(plan).toString()).contains("Demander à [retiré]").doesNotContain("Plantureux");
        assertThat(db.sql("SELECT adoption_words FROM plan.actionplan_plan WHERE id = ?")
                        .param(plan.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Adopté sur proposition de [retiré]");
        assertThat(db.sql("SELECT count(*) FROM platform.audit_entry WHERE table_name LIKE 'plan.actionplan%'"
                                + " AND concat(before, after) LIKE '%Plantureux%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(copies)
                .as("the search of all texts replaces names in what has no texts of its own")
                .extracting(RedactableColumns::table)
                .contains("plan.actionplan_follow_up", "plan.actionplan_adopted_text", "plan.reading_draft");
    }

    @Test
    void draftKeepsOrderOfBlueprint() {
        PlanTree tree = plans.tree(plan);
        assertThat(tree.sections()).extracting(PlanTree.SectionNode::title).containsExactly("", "Équipe");
        assertThat(tree.objectives()).extracting(PlanTree.ObjectiveNode::code).containsExactly("1", "2");
        assertThat(tree.objectives().get(0).means())
                .extracting(PlanTree.MeansNode::code)
                .containsExactly("1.2", "1.4");
        var tools = tree.objectives().get(0).means().get(1).actions().get(0);
        assertThat(tools.subActions())
                .extracting(PlanTree.ActionNode::text)
                .containsExactly("Recherche sur l’électronique.", "Bande dessinée sur l’électronique.");
        var onRequest = tree.objectives().get(0).means().get(0).actions().get(0);
        assertThat(onRequest.commitment()).isEqualTo(Commitment.ON_REQUEST);
        assertThat(onRequest.conditions().get(0).words()).isEqualTo("sur demande");
    }

    @Test
    void wordsOfPlanSetDoneState() {
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
                words("Créer deux ateliers.").withTarget(ActionTarget.of(TargetMeasure.REALISATIONS, 2)));
        assertThat(line("Créer deux ateliers.").id()).isEqualTo(line.id());
        assertThat(amendments.findByPlan(plan)).isEmpty();
    }

    @Test
    void concurrentRewordingsConflict() {
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
    void addsMovesAndRemovesLines() {
        var projects = plans.tree(plan).objectives().get(1).means().get(0);
        UUID added = drafting.add(plan, LinePosition.under(projects.id()), words("Rapport au bailleur."));
        assertThat(texts(1, 0)).endsWith("Rapport au bailleur.");
        drafting.shift(plan, LineLevel.ACTION, added, -1);
        drafting.shift(plan, LineLevel.ACTION, added, -1);
        assertThat(texts(1, 0).get(1)).isEqualTo("Rapport au bailleur.");
        UUID workshops = plans.tree(plan).objectives().get(0).means().get(0).id();
        drafting.move(plan, LineLevel.ACTION, added, new LinePosition(workshops, null, 0));
        assertThat(texts(0, 0).get(0)).isEqualTo("Rapport au bailleur.");
        drafting.remove(plan, LineLevel.MEANS, workshops);
        assertThat(plans.tree(plan).objectives().get(0).means()).hasSize(1);
    }

    @Test
    void anActionMovesWithItsParts() {
        PlanTree tree = plans.tree(plan);
        var tools = tree.objectives().get(0).means().get(1).actions().get(0);
        UUID projects = tree.objectives().get(1).means().get(0).id();
        drafting.move(plan, LineLevel.ACTION, tools.id(), LinePosition.under(projects));
        var moved = plans.tree(plan).objectives().get(1).means().get(0).actions();
        assertThat(moved.get(moved.size() - 1).subActions()).hasSize(2);
    }

    @Test
    void subActionHasNoSubActions() {
        PlanTree tree = plans.tree(plan);
        var means = tree.objectives().get(0).means().get(1);
        var tools = means.actions().get(0);
        var other = means.actions().get(1);
        var part = tools.subActions().get(0).id();
        assertThatThrownBy(() -> drafting.add(plan, new LinePosition(means.id(), part, null), words("Trop profond.")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drafting.move(
                        plan, LineLevel.ACTION, tools.id(), new LinePosition(means.id(), other.id(), null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void positionsNeverRunOut() {
        UUID means = plans.tree(plan).objectives().get(1).means().get(0).id();
        for (int i = 0; i < 30; i++) {
            UUID added = drafting.add(plan, LinePosition.under(means), words("Action " + i));
            drafting.move(plan, LineLevel.ACTION, added, new LinePosition(means, null, 1));
        }
        assertThat(texts(1, 0)).startsWith("Co-coordination du projet de coopératives.", "Action 29", "Action 28");
    }

    @Test
    void lineOfOtherPlanIsNotFound() {
        PlanId other = plans.draftFrom(Blueprints.aSmallPlan());
        UUID line = line("Créer un atelier avec les membres.").id().value();
        assertThatThrownBy(() -> drafting.remove(other, LineLevel.ACTION, line)).isInstanceOf(NotFound.class);
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

    private List<String> texts(int objective, int means) {
        return plans.tree(plan).objectives().get(objective).means().get(means).actions().stream()
                .map(PlanTree.ActionNode::text)
                .toList();
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
