package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Blueprints for tests, of the fictional organisation « Solidarité en partage ». */
public final class Blueprints {

    private static final List<Area> AREAS = List.copyOf(EnumSet.allOf(Area.class));

    private Blueprints() {}

    /** Two objectives, three means, seven actions and two sub-actions, for 2024-2025. */
    public static PlanBlueprint aSmallPlan() {
        return new PlanBlueprint(
                "Plan d’action 2024-2025",
                PlanKind.ANNUAL,
                LocalDate.of(2024, 9, 1),
                LocalDate.of(2025, 8, 31),
                List.of(
                        new PlanBlueprint.BlueprintSection(
                                SectionKind.INTRODUCTION, "", "Une petite équipe, de grandes solidarités."),
                        new PlanBlueprint.BlueprintSection(
                                SectionKind.TEAM, "Équipe", "Deux personnes et beaucoup de bénévoles.")),
                List.of(
                        new PlanBlueprint.BlueprintObjective(
                                "1",
                                "Tisser des liens par l’éducation",
                                "L’éducation rapproche.",
                                List.of(workshops(), justTransition())),
                        new PlanBlueprint.BlueprintObjective(
                                "2", "Appuyer les organisations d’ailleurs", "", List.of(projects()))));
    }

    private static PlanBlueprint.BlueprintMeans workshops() {
        return new PlanBlueprint.BlueprintMeans(
                "1.2",
                "Ateliers sur la solidarité",
                "",
                Area.EDUCATION,
                List.of(
                        conditional(
                                "Offrir sur demande les ateliers du catalogue.", Commitment.ON_REQUEST, "sur demande"),
                        PlanBlueprint.BlueprintAction.ofText("Créer un atelier avec les membres.")));
    }

    private static PlanBlueprint.BlueprintMeans justTransition() {
        var parts = List.of(
                PlanBlueprint.BlueprintAction.ofText("Recherche sur l’électronique."),
                PlanBlueprint.BlueprintAction.ofText("Bande dessinée sur l’électronique."));
        var tools = new PlanBlueprint.BlueprintAction(
                null,
                null,
                "Création d’outils d’éducation :",
                List.of(),
                Commitment.FIRM,
                PlanBlueprint.FollowUpProposal.NONE,
                parts);
        return new PlanBlueprint.BlueprintMeans(
                "1.4",
                "Transition juste",
                "",
                Area.EDUCATION,
                List.of(tools, PlanBlueprint.BlueprintAction.ofText("Concertation au comité éducation.")));
    }

    private static PlanBlueprint.BlueprintMeans projects() {
        var funded = new PlanBlueprint.BlueprintAction(
                null,
                null,
                "Demande de financement (financement obtenu).",
                List.of(),
                Commitment.FIRM,
                new PlanBlueprint.FollowUpProposal("financement obtenu", "Coordination", "automne", null, null, null),
                List.of());
        return new PlanBlueprint.BlueprintMeans(
                "2.1",
                "Gestion de projets",
                "Selon les moyens :",
                Area.COOPERATION,
                List.of(
                        PlanBlueprint.BlueprintAction.ofText("Co-coordination du projet de coopératives."),
                        conditional(
                                "Projets ponctuels lorsque des fonds sont obtenus.",
                                Commitment.IF_FUNDED,
                                "lorsque des fonds sont obtenus"),
                        funded));
    }

    private static PlanBlueprint.BlueprintAction conditional(String text, Commitment commitment, String words) {
        return new PlanBlueprint.BlueprintAction(
                null,
                null,
                text,
                List.of(new Condition(commitment, words, false)),
                commitment,
                PlanBlueprint.FollowUpProposal.NONE,
                List.of());
    }

    /** A plan with the given numbers of lines. */
    public static PlanBlueprint aPlanOf(String title, LocalDate from, int objectives, int means, int actions) {
        List<PlanBlueprint.BlueprintObjective> all = new ArrayList<>();
        for (int o = 1; o <= objectives; o++) {
            List<PlanBlueprint.BlueprintMeans> below = new ArrayList<>();
            for (int m = 1; m <= means; m++) {
                List<PlanBlueprint.BlueprintAction> lines = new ArrayList<>();
                for (int a = 1; a <= actions; a++) {
                    lines.add(PlanBlueprint.BlueprintAction.ofText("Action " + o + "." + m + "." + a + " du plan."));
                }
                Area area = AREAS.get((o - 1) % AREAS.size());
                below.add(new PlanBlueprint.BlueprintMeans(o + "." + m, "Moyen " + o + "." + m, "", area, lines));
            }
            all.add(new PlanBlueprint.BlueprintObjective(String.valueOf(o), "Objectif numéro " + o, "", below));
        }
        return new PlanBlueprint(title, PlanKind.ANNUAL, from, from.plusYears(1).minusDays(1), List.of(), all);
    }
}
