package org.convergence.plan.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The test data of reports: a plan of one year with its lines, and its realisations. */
@Component
public class ReportFixture {

    /** Has every permission. */
    public static final Actor COORDINATOR = Actor.system("a test");

    private final ActionPlans plans;
    private final RealisationRecorder realisations;
    private final PeopleDirectory people;
    private final JdbcClient db;

    ReportFixture(ActionPlans plans, RealisationRecorder realisations, PeopleDirectory people, JdbcClient db) {
        this.plans = plans;
        this.realisations = realisations;
        this.people = people;
        this.db = db;
    }

    /**
     * A plan with two means under one objective: workshops (offered, created) and tools.
     *
     * @param offer the action « Offrir des ateliers »
     */
    public record TestPlanLines(
            PlanId plan,
            LocalDate from,
            LocalDate to,
            ObjectiveId objective,
            MeansId workshops,
            MeansId tools,
            ActionId offer,
            ActionId create,
            ActionId comic) {}

    /** The plan of a year that begins on 1 April. */
    public TestPlanLines plan(int year) {
        return plan(LocalDate.of(year, 4, 1));
    }

    /** The plan of a year that has run for five months on a day. */
    public TestPlanLines underWay(LocalDate day) {
        return plan(day.minusMonths(5).withDayOfMonth(1));
    }

    private TestPlanLines plan(LocalDate from) {
        var workshops = new PlanBlueprint.BlueprintMeans(
                "1.2",
                "Ateliers sur la solidarité",
                "",
                null,
                List.of(
                        PlanBlueprint.BlueprintAction.ofText("Offrir des ateliers."),
                        PlanBlueprint.BlueprintAction.ofText("Créer un atelier avec les membres.")));
        var tools = new PlanBlueprint.BlueprintMeans(
                "1.4",
                "Outils pour une transition juste",
                "",
                null,
                List.of(PlanBlueprint.BlueprintAction.ofText("Publier une bande dessinée.")));
        LocalDate to = from.plusYears(1).minusDays(1);
        var blueprint = new PlanBlueprint(
                "Plan d’action " + from.getYear() + "-" + (from.getYear() + 1),
                PlanKind.ANNUAL,
                from,
                to,
                List.of(),
                List.of(new PlanBlueprint.BlueprintObjective("1", "Tisser des liens", "", List.of(workshops, tools))));
        PlanTree tree = as(() -> plans.tree(plans.draftFrom(blueprint)));
        db.sql("""
                        UPDATE plan.actionplan_plan SET status = 'ADOPTED', decision_body = 'Assemblée', decision_date = ?
                        WHERE id = ?
                        """).params(from, tree.id()).update();
        PlanTree.ObjectiveNode objective = tree.objectives().get(0);
        PlanTree.MeansNode first = objective.means().get(0);
        PlanTree.MeansNode second = objective.means().get(1);
        return new TestPlanLines(
                new PlanId(tree.id()),
                from,
                to,
                new ObjectiveId(objective.id()),
                new MeansId(first.id()),
                new MeansId(second.id()),
                new ActionId(first.actions().get(0).id()),
                new ActionId(first.actions().get(1).id()),
                new ActionId(second.actions().get(0).id()));
    }

    /** Sets the target of an action. */
    public void wants(ActionId action, ActionTarget target) {
        db.sql("UPDATE plan.actionplan_action SET target = CAST(? AS jsonb) WHERE id = ?")
                .params(Json.of(target).toString(), action.value())
                .update();
    }

    /** A workshop in Montréal. */
    public RealisationId workshop(
            String title, LocalDate day, @Nullable Participations who, Set<ActionId> serves, String... with) {
        return workshopAt("QC-06", title, day, who, serves, with);
    }

    /** A workshop somewhere. */
    public RealisationId workshopAt(
            String place,
            String title,
            LocalDate day,
            @Nullable Participations who,
            Set<ActionId> serves,
            String... with) {
        Set<OrganisationId> organisations = as(() -> java.util.Arrays.stream(with)
                .map(people::findOrCreateOrganisation)
                .collect(Collectors.toSet()));
        return record(
                RealisationState.DONE,
                new RealisationDetails(
                        title, RealisationKind.WORKSHOP, DayRange.on(day), Place.of(place), who, organisations),
                serves);
    }

    /** Any realisation, done or planned. */
    public RealisationId record(RealisationState state, RealisationDetails what, Set<ActionId> serves) {
        return as(() -> realisations.record(
                new RecordRealisationCommand(state, what, Amounts.UNKNOWN, PlanAttribution.serving(serves), null)));
    }

    /** A person of the directory. */
    public void person(String given, String family) {
        db.sql("INSERT INTO directory.people_person (id, given_name, family_name) VALUES (?, ?, ?)")
                .params(Ids.next(), given, family)
                .update();
    }

    /** Runs a query as the coordinator. */
    public static <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(COORDINATOR, work::get);
    }

    /** Runs a command as the coordinator. */
    public static void run(Runnable work) {
        CurrentActor.runAs(COORDINATOR, work);
    }
}
