package org.convergence.cooperation.project.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;
import org.convergence.cooperation.project.domain.WordingPolicy.WordingWarning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warnings about the wording of results and indicators (R-GAR-3, R-GAR-5). */
class WordingPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IMMEDIATE | Capacité de négocier renforcée chez les déléguées du vêtement de Puebla |
            IMMEDIATE | Increased knowledge of labour law among garment delegates in Puebla     |
            IMMEDIATE | Conocimientos reforzados de las delegadas textiles de Puebla            |
            OUTPUT    | Douze ateliers tenus                                                    |
            ACTIVITY  | Préparer les ateliers                                                   |
            IMMEDIATE | Renforcer la capacité des déléguées du vêtement de Puebla               | ACTIVITY
            OUTPUT    | Twelve workshops for shop stewards                                      | NO_CHANGE
            IMMEDIATE | Capacité renforcée et salaires augmentés chez les ouvrières de Puebla   | TWO_CHANGES
            ULTIMATE  | Droits respectés                                                        | NO_WHO
            OUTPUT    | Un guide écrit et une affiche imprimée                                  |
            OUTPUT    | Centre de jour ouvert à Irapuato                                        |
            OUTPUT    | Atelier tenu chaque mois dans les cinq usines                           |
            OUTPUT    | Former 30 déléguées                                                     | ACTIVITY
            IMMEDIATE | Offrir l’aide juridique aux ouvrières renvoyées                         | ACTIVITY
            """)
    void checksResults(ResultLevel level, String statement, WordingWarning expected) {
        assertThat(WordingPolicy.checkResult(level, statement))
                .isEqualTo(expected == null ? Set.of() : Set.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUANTITY    | true  | Nombre de déléguées formées, selon le sexe      |
            QUANTITY    | false | Nombre d’ateliers tenus                         |
            RATIO       | false | Part des déléguées qui négocient                |
            QUANTITY    | false | Nombre de déléguées formées                     | NOT_BY_SEX
            QUANTITY    | false | Number of workers trained                       | NOT_BY_SEX
            QUANTITY    | true  | Augmentation du nombre de déléguées             | DIRECTION
            QUALITATIVE | false | Meilleure écoute de l’employeur                 | DIRECTION
            RATIO       | false | 60 % des ateliers                               | TARGET
            """)
    void checksIndicators(IndicatorKind kind, boolean bySex, String wording, WordingWarning expected) {
        assertThat(WordingPolicy.checkIndicator(kind, bySex, wording))
                .isEqualTo(expected == null ? Set.of() : Set.of(expected));
    }
}
