package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.plan.reading.domain.ReadPlan.UnplacedText;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.api.Test;

/** Plans in PDF. */
class PdfPlansTest {

    private static ReadPlan read(WrittenFile file) {
        return new PlanReader(ReadingLimits.USUAL).read(file);
    }

    @Test
    void removesHeadersAndJoinsSentencesOverPages() {
        ReadPlan plan = read(new PdfFileBuilder("Solidarité en partage - Plan d'action 2026")
                .title("Plan d'action 2026")
                .line("Notre organisme agit depuis vingt ans avec les travailleuses et les travailleurs de la")
                .line("région. Ce plan suit les orientations adoptées par l'assemblée.")
                .title("Objectif 1 : Faire connaître les réalités d'ici et d'ailleurs")
                .line("1.1 Ateliers et conférences")
                .gap()
                .inset(
                        18,
                        "• Offrir dix ateliers dans les écoles, les syndicats et les groupes communautaires de la ré-")
                .inset(28, "gion, sur demande.")
                .inset(18, "• Organiser une conférence publique.")
                .gap()
                .line("1.2 Outils")
                .gap()
                .inset(18, "• Mettre à jour la trousse d'animation avec l'aide des enseignantes et des enseignants qui")
                .newPage()
                .inset(28, "l'utilisent déjà.")
                .title("Objectif 2 : Soutenir nos partenaires")
                .line("2.1 Projets")
                .gap()
                .inset(18, "• Accompagner la coopérative.")
                .inset(36, "- Visite annuelle")
                .inset(36, "- Suivi financier")
                .newPage()
                .inset(18, "• Lancer un appel en cas d'urgence.")
                .file());
        assertThat(plan.unplaced())
                .hasSize(6)
                .allMatch(words -> words.reason() == UnplacedText.UnplacedReason.PAGE_FURNITURE);
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) Faire connaître les réalités d'ici et d'ailleurs
              M (1.1) Ateliers et conférences <OUTREACH>
                A Offrir dix ateliers dans les écoles, les syndicats et les groupes communautaires de la région, sur demande. {ON_REQUEST ON_REQUEST=sur demande}
                A Organiser une conférence publique. {FIRM}
              M (1.2) Outils <EDUCATION>
                A Mettre à jour la trousse d'animation avec l'aide des enseignantes et des enseignants qui l'utilisent déjà. {FIRM}
            O (2) Soutenir nos partenaires
              M (2.1) Projets <COOPERATION>
                A Accompagner la coopérative. {FIRM}
                  S Visite annuelle {FIRM}
                  S Suivi financier {FIRM}
                A Lancer un appel en cas d'urgence. {IF_SITUATION_CALLS IF_SITUATION_CALLS=en cas d'urgence}
            """);
    }

    @Test
    void largerLinesOverListsAreTitles() {
        ReadPlan plan = read(new PdfFileBuilder("")
                .title("Plan de la coopérative")
                .title("Produire autrement")
                .line("- Planter deux hectares")
                .line("- Former les membres")
                .title("Vendre ensemble")
                .line("- Ouvrir un kiosque")
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O Produire autrement
              M (implied) <OUTREACH>
                A Planter deux hectares {FIRM}
                A Former les membres {FIRM}
            O Vendre ensemble
              M (implied) <OUTREACH>
                A Ouvrir un kiosque {FIRM}
            """);
    }

    @Test
    void readsTextUnderDistantCaptionsAsATable() {
        float[] places = {0, 130, 330, 410};
        ReadPlan plan = read(new PdfFileBuilder("")
                .title("Plan d'action")
                .columns(places, "Objectif", "Action", "Responsable", "Échéance")
                .columns(places, "Éduquer", "Donner dix ateliers aux", "Équipe", "Juin 2026")
                .columns(new float[] {130}, "membres")
                .columns(new float[] {130, 330, 410}, "Publier un guide", "Comité", "Août 2026")
                .columns(places, "Coopérer", "Préparer la mission", "Conseil", "Mai 2026")
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O Éduquer
              M (implied) <OUTREACH>
                A Donner dix ateliers aux membres {FIRM} Équipe|Juin 2026|[]
                A Publier un guide {FIRM} Comité|Août 2026|[]
            O Coopérer
              M (implied) <COOPERATION>
                A Préparer la mission {FIRM} Conseil|Mai 2026|[]
            """);
    }

    @Test
    void readsCellsWithEdgesWhereverTheirWordsStand() {
        float[] edges = {0, 90, 280, 370, 450};
        String[] captions = {"Moyens", "Actions", "Responsable", "Échéance"};
        ReadPlan plan = read(new PdfFileBuilder("Plan d'action 2027")
                .title("Objectif 1 : Faire connaître nos partenaires")
                .ruledRow(edges, captions)
                .ruledRow(
                        edges,
                        "Éducation",
                        "Donner douze ateliers dans les syndi-\ncats affiliés et dans leurs comités,\nsur demande",
                        "Comité terrain",
                        "en continu")
                .ruledRow(edges, "", "Réviser la trousse", "Chargée de\nprojets", "T2")
                .ruledEnd(edges)
                .newPage()
                .ruledRow(edges, captions)
                .ruledRow(edges, "Rayonnement", "- Publier le bulletin\n- Tenir un kiosque", "Coordination", "mai 2027")
                .ruledEnd(edges)
                .title("Objectif 2 : Prendre soin de nous")
                .ruledRow(edges, captions)
                .ruledRow(edges, "Vie associative", "Tenir l'assemblée", "Conseil\nd'administration", "T4")
                .ruledEnd(edges)
                .file());
        assertThat(PlanPrinter.tree(plan)).isEqualTo("""
            O (1) Faire connaître nos partenaires
              M Éducation <EDUCATION>
                A Donner douze ateliers dans les syndicats affiliés et dans leurs comités, sur demande {ON_REQUEST ON_REQUEST=sur demande} Comité terrain|en continu|[]
                A Réviser la trousse {FIRM} Chargée de projets|T2|[]
              M Rayonnement <OUTREACH>
                A Publier le bulletin {FIRM} Coordination|mai 2027|[]
                A Tenir un kiosque {FIRM} Coordination|mai 2027|[]
            O (2) Prendre soin de nous
              M Vie associative <OUTREACH>
                A Tenir l'assemblée {FIRM} Conseil d'administration|T4|[]
            """);
    }
}
