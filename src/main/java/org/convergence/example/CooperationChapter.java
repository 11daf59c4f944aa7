package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.FeedRule;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.IndicatorService;
import org.convergence.cooperation.project.domain.IndicatorService.FeedMeasure;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorFacts;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.IndicatorService.MeasurementPlan;
import org.convergence.cooperation.project.domain.IndicatorValueService;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValuePlace;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;
import org.convergence.cooperation.project.domain.LogicModelService;
import org.convergence.cooperation.project.domain.LogicModelService.ResultFacts;
import org.convergence.cooperation.project.domain.ProjectDecision.DecisionFacts;
import org.convergence.cooperation.project.domain.ProjectDecisionService;
import org.convergence.cooperation.project.domain.ProjectPeriodService;
import org.convergence.cooperation.project.domain.ProjectService;
import org.convergence.cooperation.project.domain.ProjectService.ProjectFacts;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.geography.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A project of two years with a partner abroad: its logic model, its indicators, fed by realisations or entered, the
 * first half-year approved and locked, the second submitted with one value returned, the third under way.
 */
@Component
record CooperationChapter(
        ProjectService projects,
        LogicModelService models,
        IndicatorService indicators,
        ProjectPeriodService periods,
        IndicatorValueService values,
        ProjectDecisionService decisions,
        PartnershipChapter partners,
        FieldworkChapter fieldwork,
        NarrativeChapter narratives,
        ActionPlans plans,
        AuditedOperations operations) {

    private static final int HALF_YEARS = 4;

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        LocalDate start = calendar.previousStart();
        OrganisationId union = directory.organisation("ujb");
        ProjectId project = operations.callAs(
                who,
                "project.open",
                () -> projects.open(
                        new ProjectFacts(
                                "Racines communes",
                                ProjectRole.CO_LEAD,
                                "Des promotrices des droits, formées par leurs paires, dans les campements du Bajío.",
                                List.of(new Country("MX")),
                                180,
                                "journalières agricoles et promotrices",
                                start,
                                start.plusMonths(24).minusDays(1),
                                directory.person("nadege"),
                                List.of("Résultat final", "", "", "", "")),
                        union,
                        "Ses promotrices, deux maisons d’accueil, la garde des enfants"));
        operations.runAs(
                who,
                "project.add-partner",
                () -> projects.addPartner(
                        project, directory.organisation("cosl"), "Des salles, l’appel aux collectes, une relecture"));
        for (PlanLine line : plannedLines(who)) {
            operations.runAs(who, "project.add-line", () -> projects.addLine(project, line.id()));
        }

        ResultId impact = result(
                who,
                project,
                ResultLevel.ULTIMATE,
                null,
                "Droits mieux respectés pour les journalières agricoles du Bajío",
                "");
        ResultId practice = result(
                who,
                project,
                ResultLevel.INTERMEDIATE,
                impact,
                "Plaintes accompagnées par des promotrices dans les campements du Bajío",
                "Les promotrices ne sont pas menacées.");
        ResultId capacity = result(
                who,
                project,
                ResultLevel.IMMEDIATE,
                practice,
                "Connaissance des droits renforcée chez les promotrices d’Irapuato et de Salamanca",
                "Elles peuvent quitter le champ deux jours par mois.");
        ResultId trainings = result(
                who, project, ResultLevel.OUTPUT, capacity, "Formations de promotrices tenues au Guanajuato", "");
        result(who, project, ResultLevel.OUTPUT, practice, "Centre de jour ouvert à Irapuato", "");
        result(who, project, ResultLevel.ACTIVITY, trainings, "Préparer chaque formation avec deux promotrices", "");

        FeedRule trained = new FeedRule(FeedMeasure.PARTICIPATIONS, RealisationKind.TRAINING, null, null, union, null);
        FeedRule held = new FeedRule(FeedMeasure.REALISATIONS, RealisationKind.TRAINING, null, null, union, null);
        IndicatorId participations = indicator(
                who,
                project,
                new IndicatorFacts(
                        capacity,
                        "Nombre de participations aux formations, selon le sexe",
                        IndicatorKind.QUANTITY,
                        "participations",
                        true,
                        "",
                        true,
                        plan(start, IndicatorFigure.of(new PeopleBySex(9, 2, 0, 1)), "Feuilles de présence"),
                        trained));
        IndicatorId number = indicator(
                who,
                project,
                new IndicatorFacts(
                        trainings,
                        "Nombre de formations tenues",
                        IndicatorKind.QUANTITY,
                        "formations",
                        false,
                        "",
                        true,
                        plan(start, IndicatorFigure.of(BigDecimal.ZERO), "Nos réalisations"),
                        held));
        IndicatorId share = indicator(
                who,
                project,
                new IndicatorFacts(
                        practice,
                        "Part des campements où une promotrice accompagne les plaintes",
                        IndicatorKind.RATIO,
                        "",
                        false,
                        "",
                        false,
                        plan(start, ratio(2, 14), "Registre de l’Unión, sans nom"),
                        null));
        IndicatorId voice = indicator(
                who,
                project,
                new IndicatorFacts(
                        practice,
                        "Ce que les promotrices disent de l’accueil des contremaîtres",
                        IndicatorKind.QUALITATIVE,
                        "",
                        false,
                        "",
                        false,
                        plan(start, null, "Rencontre des promotrices"),
                        null));

        // The Unión sends it from its page.
        indicator(
                who,
                project,
                new IndicatorFacts(
                        practice,
                        "Nombre de plaintes accompagnées jusqu’au bout",
                        IndicatorKind.QUANTITY,
                        "plaintes",
                        false,
                        "",
                        true,
                        plan(start, IndicatorFigure.of(BigDecimal.ONE), "Registre de l’Unión, sans nom"),
                        null));
        List<ProjectPeriodId> halves = new ArrayList<>();
        for (int i = 0; i < HALF_YEARS; i++) {
            LocalDate from = start.plusMonths(6L * i);
            halves.add(operations.callAs(
                    who,
                    "project.add-periods",
                    () -> periods.findOrAdd(project, from, from.plusMonths(6).minusDays(1))));
        }
        int[] shares = {4, 6, 9, 12};
        for (int i = 0; i < HALF_YEARS; i++) {
            target(who, new ValuePlace(project, participations, halves.get(i)), IndicatorFigure.of(new BigDecimal(45)));
            target(who, new ValuePlace(project, number, halves.get(i)), IndicatorFigure.of(new BigDecimal(3)));
            target(who, new ValuePlace(project, share, halves.get(i)), ratio(shares[i], 14));
        }
        for (ProjectPeriodId half : halves.subList(0, 2)) {
            submit(who, new ValuePlace(project, participations, half), null);
            submit(who, new ValuePlace(project, number, half), null);
            submit(who, new ValuePlace(project, share, half), ratio(half.equals(halves.get(0)) ? 4 : 5, 14));
            submit(
                    who,
                    new ValuePlace(project, voice, half),
                    IndicatorFigure.ofWords("«\u00a0On nous écoute quand nous venons à deux.\u00a0»"));
        }
        for (IndicatorId indicator : List.of(participations, number, share, voice)) {
            operations.runAs(
                    who, "project.approve", () -> values.approve(new ValuePlace(project, indicator, halves.get(0))));
        }
        operations.runAs(who, "project.lock", () -> periods.lock(project, halves.get(0)));
        operations.runAs(
                who,
                "project.return",
                () -> values.returnWithComment(
                        new ValuePlace(project, share, halves.get(1)),
                        "Deux campements ont fermé\u00a0: est-ce encore sur 14?"));
        operations.runAs(
                who,
                "project.decide",
                () -> decisions.record(
                        project,
                        new DecisionFacts(
                                start.plusMonths(2),
                                "Les promotrices choisissent elles-mêmes les campements de chaque formation.",
                                "Comité de codirection")));
        partners.enter(hands, directory, calendar);
        fieldwork.enter(hands, directory, calendar);
        narratives.enter(hands, directory, calendar, project);
    }

    /** The lines of the plans in force whose code begins with that of the project. */
    private List<PlanLine> plannedLines(Actor who) {
        return operations.callAs(
                who,
                "project.lines",
                () -> plans
                        .findLines(plans.findInForce().stream()
                                .map(PlanSummary::id)
                                .toList())
                        .stream()
                        .filter(line ->
                                Objects.requireNonNullElse(line.code(), "").startsWith("2.1"))
                        .limit(3)
                        .toList());
    }

    private static IndicatorFigure ratio(int part, int whole) {
        return IndicatorFigure.ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    private static MeasurementPlan plan(LocalDate start, @Nullable IndicatorFigure baseline, String source) {
        return new MeasurementPlan(
                start.getYear(),
                baseline,
                source,
                "Compte tenu avec l’Unión, revu à la rencontre mensuelle",
                "Chaque semestre",
                "La chargée de projets et l’Unión");
    }

    private ResultId result(
            Actor who,
            ProjectId project,
            ResultLevel level,
            @Nullable ResultId parent,
            String statement,
            String assumption) {
        return operations.callAs(
                who,
                "project.add-result",
                () -> models.add(project, new ResultFacts(level, parent, statement, assumption)));
    }

    private IndicatorId indicator(Actor who, ProjectId project, IndicatorFacts facts) {
        return operations.callAs(who, "project.add-indicator", () -> indicators.add(project, facts));
    }

    private void target(Actor who, ValuePlace place, IndicatorFigure target) {
        operations.runAs(who, "project.set-target", () -> values.setTarget(place, 0, target, ""));
    }

    /** @param entered {@code null} if realisations feed the indicator */
    private void submit(Actor who, ValuePlace place, @Nullable IndicatorFigure entered) {
        if (entered != null) {
            operations.runAs(
                    who, "project.enter", () -> values.enter(place, entered.words() == null ? 1 : 0, entered, ""));
        }
        operations.runAs(who, "project.submit", () -> values.submit(place));
    }
}
