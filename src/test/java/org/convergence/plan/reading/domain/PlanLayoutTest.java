package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layout around the lines of a plan adds no objective and no action. */
class PlanLayoutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMITÉ DES RIVES\n\nPLAN D’ACTION\n\n2026-2027\n\n",
                "COMITÉ DES RIVES\n\nPLAN D’ACTION 2026-2027\n\n",
                "COMITÉ DES RIVES\nCONSEIL CENTRAL\n\nPLAN D’ACTION\n\nDU 1ER AVRIL 2026 AU 31 MARS 2027\n\n",
                "PLAN D’ACTION\n\nPÉRIODE : 2026-2027\n\n"
            })
    void aNameAboveTheTitleAndAPeriodBelowAreNoObjective(String top) {
        ReadPlan plan = read(
                top
                        + "ÉDUQUER\n\n- Tenir un kiosque.\n- Écrire un guide.\n\nCOOPÉRER\n\n- Jumeler deux écoles.\n- Visiter une école.\n");
        assertThat(tree(plan)).isEqualTo("""
            O ÉDUQUER
              M (implied)
                A Tenir un kiosque. {FIRM}
                A Écrire un guide. {FIRM}
            O COOPÉRER
              M (implied)
                A Jumeler deux écoles. {FIRM}
                A Visiter une école. {FIRM}
            """);
        assertThat(plan.title()).startsWith("PLAN D’ACTION");
        assertThat(plan.period().to()).isNotNull();
    }

    @Test
    void boldNameAndPeriodInWordAreNoObjective() {
        WordFileBuilder word = new WordFileBuilder();
        int list = word.list("bullet:•");
        ReadPlan plan = new PlanReader(ReadingLimits.USUAL)
                .read(word.bold("COMITÉ DES RIVES")
                        .bold("PLAN D’ACTION")
                        .bold("2026-2027")
                        .bold("Éduquer")
                        .item(list, 0, "Tenir un kiosque.")
                        .item(list, 0, "Écrire un guide.")
                        .bold("Coopérer")
                        .item(list, 0, "Jumeler deux écoles.")
                        .item(list, 0, "Visiter une école.")
                        .file());
        assertThat(plan.objectives()).extracting(one -> one.wording().title()).containsExactly("Éduquer", "Coopérer");
        assertThat(plan.title()).isEqualTo("PLAN D’ACTION");
    }

    @Test
    void headerAndFooterOfAnOnlyPageAreNotItsTitle() {
        ReadPlan plan = new PlanReader(ReadingLimits.USUAL)
                .read(new PdfFileBuilder("Comité des Rives, plan pour 1998")
                        .title("Plan d'action 2027")
                        .title("Objectif 1 : Éduquer")
                        .inset(18, "• Tenir un kiosque dans chacune des écoles du quartier.")
                        .inset(18, "• Écrire un guide.")
                        .file());
        assertThat(plan.title()).isEqualTo("Plan d'action 2027");
        assertThat(plan.unplaced())
                .extracting(ReadPlan.UnplacedText::words)
                .containsExactly("Comité des Rives, plan pour 1998", "Page 1");
    }

    @Test
    void spanishLevelsLeaveTheTitles() {
        ReadPlan plan = read("""
            PLAN DE ACCIÓN 2027

            Objetivo 1: Educar
            Acción 1.1: Dar talleres a pedido de los sindicatos.
            Acción 1.2: Escribir una guía.

            Objetivo 2: Cooperar
            Acción 2.1: Visitar escuelas si hay voluntarios disponibles.
            Acción 2.2: Hermanar dos escuelas.
            """);
        assertThat(tree(plan)).isEqualTo("""
            O (1) Educar
              M (implied)
                A (1.1) Dar talleres a pedido de los sindicatos. {ON_REQUEST ON_REQUEST=a pedido de los sindicatos}
                A (1.2) Escribir una guía. {FIRM}
            O (2) Cooperar
              M (implied)
                A (2.1) Visitar escuelas si hay voluntarios disponibles. {IF_CAPACITY_ALLOWS IF_CAPACITY_ALLOWS=si hay voluntarios disponibles}
                A (2.2) Hermanar dos escuelas. {FIRM}
            """);
    }

    @Test
    void aWrappedCellIsOneActionAndRepeatedTitlesAreNone() {
        ReadPlan plan = read("""
            PLAN D’ACTION 2027

            Objectif              Action                         Responsable

            Éduquer               Tenir un kiosque au Marché     Comité
                                  Central de la Haute-Ville      Éducation

                                  Écrire un guide                Ana Ruiz

            Objectif              Action                         Responsable

            Coopérer              Jumeler deux écoles            Luc Roy

                                  Visiter l’École Jeanne         Zoé Côté
                                  Desrochers-Lafrance
            """);
        assertThat(tree(plan)).isEqualTo("""
            O Éduquer
              M (implied)
                A Tenir un kiosque au Marché Central de la Haute-Ville {FIRM} Comité Éducation||[]
                A Écrire un guide {FIRM} Ana Ruiz||[]
            O Coopérer
              M (implied)
                A Jumeler deux écoles {FIRM} Luc Roy||[]
                A Visiter l’École Jeanne Desrochers-Lafrance {FIRM} Zoé Côté||[]
            """);
    }

    /** The tree without the areas, which are read elsewhere. */
    private static String tree(ReadPlan plan) {
        return PlanPrinter.tree(plan).replaceAll(" <[A-Z]+>\n", "\n");
    }

    private static ReadPlan read(String text) {
        return new PlanReader(ReadingLimits.USUAL)
                .read(new WrittenFile("plan.txt", text.getBytes(StandardCharsets.UTF_8)));
    }
}
