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
                        new PlanBlueprint.Section(
                                SectionKind.INTRODUCTION, "", "Une petite équipe, de grandes solidarités."),
                        new PlanBlueprint.Section(
                                SectionKind.TEAM, "Équipe", "Deux personnes et beaucoup de bénévoles.")),
                List.of(
                        new PlanBlueprint.Objective(
                                "1",
                                "Tisser des liens par l’éducation",
                                "L’éducation rapproche.",
                                List.of(workshops(), justTransition())),
                        new PlanBlueprint.Objective(
                                "2", "Appuyer les organisations d’ailleurs", "", List.of(projects()))));
    }

    private static PlanBlueprint.Means workshops() {
        return new PlanBlueprint.Means(
                "1.2",
                "Ateliers sur la solidarité",
                "",
                Area.EDUCATION,
                List.of(
                        conditional(
                                "Offrir sur demande les ateliers du catalogue.", Commitment.ON_REQUEST, "sur demande"),
                        PlanBlueprint.Action.of("Créer un atelier avec les membres.")));
    }

    private static PlanBlueprint.Means justTransition() {
        var parts = List.of(
                PlanBlueprint.Action.of("Recherche sur l’électronique."),
                PlanBlueprint.Action.of("Bande dessinée sur l’électronique."));
        var tools = new PlanBlueprint.Action(
                null,
                null,
                "Création d’outils d’éducation :",
                List.of(),
                Commitment.FIRM,
                PlanBlueprint.Proposal.NONE,
                parts);
        return new PlanBlueprint.Means(
                "1.4",
                "Transition juste",
                "",
                Area.EDUCATION,
                List.of(tools, PlanBlueprint.Action.of("Concertation au comité éducation.")));
    }

    private static PlanBlueprint.Means projects() {
        var funded = new PlanBlueprint.Action(
                null,
                null,
                "Demande de financement (financement obtenu).",
                List.of(),
                Commitment.FIRM,
                new PlanBlueprint.Proposal("financement obtenu", "Coordination", "automne", null, null),
                List.of());
        return new PlanBlueprint.Means(
                "2.1",
                "Gestion de projets",
                "Selon les moyens :",
                Area.COOPERATION,
                List.of(
                        PlanBlueprint.Action.of("Co-coordination du projet de coopératives."),
                        conditional(
                                "Projets ponctuels lorsque des fonds sont obtenus.",
                                Commitment.IF_FUNDED,
                                "lorsque des fonds sont obtenus"),
                        funded));
    }

    private static PlanBlueprint.Action conditional(String text, Commitment commitment, String words) {
        return new PlanBlueprint.Action(
                null,
                null,
                text,
                List.of(new Condition(commitment, words, false)),
                commitment,
                PlanBlueprint.Proposal.NONE,
                List.of());
    }

    /** A plan with the given numbers of lines. */
    public static PlanBlueprint aPlanOf(String title, LocalDate from, int objectives, int means, int actions) {
        List<PlanBlueprint.Objective> all = new ArrayList<>();
        for (int o = 1; o <= objectives; o++) {
            List<PlanBlueprint.Means> below = new ArrayList<>();
            for (int m = 1; m <= means; m++) {
                List<PlanBlueprint.Action> lines = new ArrayList<>();
                for (int a = 1; a <= actions; a++) {
                    lines.add(PlanBlueprint.Action.of("Action " + o + "." + m + "." + a + " du plan."));
                }
                Area area = AREAS.get((o - 1) % AREAS.size());
                below.add(new PlanBlueprint.Means(o + "." + m, "Moyen " + o + "." + m, "", area, lines));
            }
            all.add(new PlanBlueprint.Objective(String.valueOf(o), "Objectif numéro " + o, "", below));
        }
        return new PlanBlueprint(title, PlanKind.ANNUAL, from, from.plusYears(1).minusDays(1), List.of(), all);
    }
}
