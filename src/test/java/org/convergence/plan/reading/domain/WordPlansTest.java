package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.plan.reading.domain.ReadPlan.ReadSection;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.api.Test;

/** Plans written in Word. */
class WordPlansTest {

    private static String[] row(String... cells) {
        return cells;
    }

    private static ReadPlan read(WrittenFile file) {
        return new PlanReader(ReadingLimits.USUAL).read(file);
    }

    @Test
    void headingStylesAndListsGiveTheLevels() {
        WordFileBuilder word = new WordFileBuilder().header("Solidarité en partage – Plan d'action");
        int bullets = word.list("bullet:\uF0B7", "bullet:o");
        ReadPlan plan = read(word.heading(1, "Plan d'action 2026")
                .heading(1, "Contexte")
                .paragraph("Une année de transition.")
                .heading(1, "Axe 1 – Éducation")
                .heading(2, "Objectif 1.1 – Rejoindre les jeunes")
                .item(bullets, 0, "Donner des ateliers :")
                .item(bullets, 1, "au secondaire")
                .item(bullets, 1, "au collégial")
                .item(bullets, 0, "Tenir un camp d’été, selon les possibilités")
                .heading(2, "Objectif 1.2 – Former les membres")
                .item(bullets, 0, "Offrir une formation")
                .heading(1, "Axe 2 – Vie associative")
                .heading(2, "Objectif 2.1 – Recruter")
                .item(bullets, 0, "Faire une campagne")
                .heading(1, "Suivi du plan")
                .paragraph("Le conseil fera le point deux fois par année.")
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) Éducation
              M (1.1) Rejoindre les jeunes <EDUCATION>
                A Donner des ateliers : {FIRM}
                  S au secondaire {FIRM}
                  S au collégial {FIRM}
                A Tenir un camp d’été, selon les possibilités {IF_CAPACITY_ALLOWS IF_CAPACITY_ALLOWS=selon les possibilités}
              M (1.2) Former les membres <OUTREACH>
                A Offrir une formation {FIRM}
            O (2) Vie associative
              M (2.1) Recruter <OUTREACH>
                A Faire une campagne {FIRM}
            """);
    }

    @Test
    void numbersGeneratedByWordAreCodes() {
        WordFileBuilder word = new WordFileBuilder();
        int numbers = word.list("decimal:%1.", "decimal:%1.%2", "lowerLetter:%3)");
        ReadPlan plan = read(word.bold("Plan d’action annuel")
                .item(numbers, 0, "Éducation du public")
                .item(numbers, 1, "Ateliers")
                .item(numbers, 2, "Donner douze ateliers")
                .item(numbers, 2, "Traduire les fiches")
                .item(numbers, 1, "Outils")
                .item(numbers, 2, "Publier un guide")
                .item(numbers, 0, "Partenariats")
                .item(numbers, 1, "Amérique latine")
                .item(numbers, 2, "Tenir une rencontre par mois")
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) Éducation du public
              M (1.1) Ateliers <EDUCATION>
                A (a) Donner douze ateliers {FIRM}
                A (b) Traduire les fiches {FIRM}
              M (1.2) Outils <EDUCATION>
                A (a) Publier un guide {FIRM}
            O (2) Partenariats
              M (2.1) Amérique latine <COOPERATION>
                A (a) Tenir une rencontre par mois {FIRM}
            """);
    }

    @Test
    void theColumnsOfATableGiveLevelsAndFollowUp() {
        ReadPlan plan = read(new WordFileBuilder()
                .heading(1, "Plan d'action 2026-2027")
                .table(
                        row("Objectifs", "Moyens", "Actions", "Responsable", "Échéance", "Indicateurs"),
                        row("1. Éduquer", "1.1 Ateliers", "Donner dix ateliers", "Équipe", "Juin", "10 ateliers"),
                        row("^", "^", "Évaluer les ateliers si possible", "Coordination", "Août", ""),
                        row("^", "1.2 Outils", "Publier un guide", "Comité", "Mars", "1 guide"),
                        row("Objectifs", "Moyens", "Actions", "Responsable", "Échéance", "Indicateurs"),
                        row(
                                "2. Coopérer",
                                "2.1 Missions",
                                "Préparer la mission\nFaire le bilan",
                                "Comité",
                                "Mai",
                                "1 mission"))
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) Éduquer
              M (1.1) Ateliers <EDUCATION>
                A Donner dix ateliers {FIRM} Équipe|Juin|[Indicateurs : 10 ateliers]
                A Évaluer les ateliers si possible {IF_CAPACITY_ALLOWS IF_CAPACITY_ALLOWS=si possible} Coordination|Août|[]
              M (1.2) Outils <EDUCATION>
                A Publier un guide {FIRM} Comité|Mars|[Indicateurs : 1 guide]
            O (2) Coopérer
              M (2.1) Missions <COOPERATION>
                A Préparer la mission {FIRM} Comité|Mai|[Indicateurs : 1 mission]
                A Faire le bilan {FIRM} Comité|Mai|[Indicateurs : 1 mission]
            """);
    }

    @Test
    void readsASheetWithCaptionsInItsFirstColumnLikeATable() {
        ReadPlan plan = read(new WordFileBuilder()
                .bold("Objectif 1 : Prévenir le décrochage")
                .table(
                        row("Moyen", "Tutorat"),
                        row("Actions", "Recruter dix tuteurs\nOuvrir deux soirs sur demande"),
                        row("Responsable", "Coordination"),
                        row("Échéance", "Septembre 2026"))
                .paragraph("Ce tutorat est nouveau.")
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) Prévenir le décrochage / Ce tutorat est nouveau.
              M Tutorat <EDUCATION>
                A Recruter dix tuteurs {FIRM} Coordination|Septembre 2026|[]
                A Ouvrir deux soirs sur demande {ON_REQUEST ON_REQUEST=sur demande} Coordination|Septembre 2026|[]
            """);
    }

    @Test
    void aTableOfFiguresStaysInItsSection() {
        ReadPlan plan = read(new WordFileBuilder()
                .heading(1, "Objectif 1 : Agir")
                .paragraph("• Commencer")
                .heading(1, "Budget")
                .table(row("POSTE", "MONTANT"), row("Salaires", "90 000 $"))
                .file());
        assertThat(plan.sections()).extracting(ReadSection::title).containsExactly("Budget");
        assertThat(plan.sections().get(0).text()).contains("POSTE", "90 000 $");
    }

    @Test
    void aTableUnderEachHeadingHoldsItsActions() {
        ReadPlan plan = read(new WordFileBuilder()
                .heading(1, "Axe 1 : Rayonner")
                .table(
                        row("Action", "Who", "Deadline", "Target"),
                        row("Publish a newsletter", "Communications", "Monthly", "12 issues"),
                        row("Redo the website, if funded", "Coordination", "Fall", ""))
                .heading(1, "Axe 2 : Grandir")
                .table(
                        row("Action", "Who", "Deadline", "Target"),
                        row("Recruit members", "Board", "June", "20 members"))
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) Rayonner
              M (implied) <OUTREACH>
                A Publish a newsletter {FIRM} Communications||[Monthly, Target : 12 issues]
                A Redo the website, if funded {IF_FUNDED IF_FUNDED=if funded} Coordination|Fall|[]
            O (2) Grandir
              M (implied) <OUTREACH>
                A Recruit members {FIRM} Board|June|[Target : 20 members]
            """);
    }

    @Test
    void aFullWidthCellIsTheTitleOfTheRowsBelow() {
        ReadPlan plan = read(new WordFileBuilder()
                .paragraph("Plan d’action du comité")
                .table(
                        row("Moyens", "Responsables", "Échéancier"),
                        row("ORIENTATION 1 : ACCUEILLIR", "=", "="),
                        row("Ouvrir une permanence", "Bénévoles", "Septembre"),
                        row("Former l’accueil", "Équipe", "Octobre"),
                        row("ORIENTATION 2 : AGIR", "=", "="),
                        row("Écrire aux personnes élues au besoin", "Conseil", "En continu"))
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) ACCUEILLIR
              M (implied) <OUTREACH>
                A Ouvrir une permanence {FIRM} Bénévoles|Septembre|[]
                A Former l’accueil {FIRM} Équipe|Octobre|[]
            O (2) AGIR
              M (implied) <ADVOCACY>
                A Écrire aux personnes élues au besoin {IF_SITUATION_CALLS IF_SITUATION_CALLS=au besoin} Conseil|En continu|[]
            """);
    }

    @Test
    void boldLinesOverListsAreTitles() {
        WordFileBuilder word = new WordFileBuilder();
        int bullets = word.list("bullet:•");
        ReadPlan plan = read(word.bold("Plan d'action")
                .bold("Éducation")
                .item(bullets, 0, "Donner des ateliers")
                .item(bullets, 0, "Créer une trousse")
                .bold("Financement")
                .item(bullets, 0, "Tenir un souper bénéfice")
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O Éducation
              M (implied) <EDUCATION>
                A Donner des ateliers {FIRM}
                A Créer une trousse {FIRM}
            O Financement
              M (implied) <RESOURCES>
                A Tenir un souper bénéfice {FIRM}
            """);
    }
}
