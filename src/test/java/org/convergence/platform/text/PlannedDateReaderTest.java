package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.platform.text.PlannedDateReader.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of phrases: the plan runs from 1 July 2026 to 30 June 2027. */
class PlannedDateReaderTest {

    private static final PlannedDateReader YEAR =
            new PlannedDateReader(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30));
    private static final PlannedDateReader THREE_YEARS =
            new PlannedDateReader(LocalDate.of(2025, 7, 1), LocalDate.of(2028, 6, 30));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    15 août                      | 2026-08-15 | 2026-08-15
                    le 15 aout                   | 2026-08-15 | 2026-08-15
                    Aug. 15th                    | 2026-08-15 | 2026-08-15
                    15 de agosto                 | 2026-08-15 | 2026-08-15
                    15/08                        | 2026-08-15 | 2026-08-15
                    08/15                        | 2026-08-15 | 2026-08-15
                    1er mars                     | 2027-03-01 | 2027-03-01
                    vendredi 5 mars              | 2027-03-05 | 2027-03-05
                    15 août 2027                 | 2027-08-15 | 2027-08-15
                    2027-03-31                   | 2027-03-31 | 2027-03-31
                    31 mars 2027                 | 2027-03-31 | 2027-03-31
                    mars                         | 2027-03-01 | 2027-03-31
                    en mars                      | 2027-03-01 | 2027-03-31
                    au mois de mars              | 2027-03-01 | 2027-03-31
                    mars 2027                    | 2027-03-01 | 2027-03-31
                    In March                     | 2027-03-01 | 2027-03-31
                    marzo                        | 2027-03-01 | 2027-03-31
                    fin mars                     | 2027-03-31 | 2027-03-31
                    À la fin de mars             | 2027-03-31 | 2027-03-31
                    end of March                 | 2027-03-31 | 2027-03-31
                    a finales de marzo           | 2027-03-31 | 2027-03-31
                    fin février                  | 2027-02-28 | 2027-02-28
                    début mars                   | 2027-03-01 | 2027-03-01
                    au début d'avril             | 2027-04-01 | 2027-04-01
                    mi-octobre                   | 2026-10-15 | 2026-10-15
                    à la mi-octobre              | 2026-10-15 | 2026-10-15
                    mid-October                  | 2026-10-15 | 2026-10-15
                    a mediados de octubre        | 2026-10-15 | 2026-10-15
                    T2                           | 2026-10-01 | 2026-12-31
                    T2 2027                      | 2027-04-01 | 2027-06-30
                    T3-2027                      | 2027-01-01 | 2027-03-31
                    2e trimestre                 | 2026-10-01 | 2026-12-31
                    Q4                           | 2027-04-01 | 2027-06-30
                    first quarter                | 2026-07-01 | 2026-09-30
                    tercer trimestre             | 2027-01-01 | 2027-03-31
                    fin du T2                    | 2026-12-31 | 2026-12-31
                    1er semestre                 | 2026-07-01 | 2026-12-31
                    dernier semestre             | 2027-01-01 | 2027-06-30
                    last half                    | 2027-01-01 | 2027-06-30
                    dernier trimestre            | 2027-04-01 | 2027-06-30
                    automne                      | 2026-09-01 | 2026-12-31
                    à l'automne 2026             | 2026-09-01 | 2026-12-31
                    in the fall                  | 2026-09-01 | 2026-12-31
                    otoño                        | 2026-09-01 | 2026-12-31
                    hiver                        | 2027-01-01 | 2027-03-31
                    au printemps                 | 2027-03-01 | 2027-06-30
                    fin de l'hiver               | 2027-03-31 | 2027-03-31
                    d'ici Noël                   | 2026-12-25 | 2026-12-25
                    by Christmas                 | 2026-12-25 | 2026-12-25
                    antes de Navidad             | 2026-12-25 | 2026-12-25
                    d'ici fin mars               | 2027-03-31 | 2027-03-31
                    d’ici le 15 mars             | 2027-03-15 | 2027-03-15
                    no later than March 15       | 2027-03-15 | 2027-03-15
                    avant mars                   | 2027-02-28 | 2027-02-28
                    avant le 30 novembre         | 2026-11-30 | 2026-11-30
                    before spring                | 2027-02-28 | 2027-02-28
                    Saint-Jean-Baptiste          | 2027-06-24 | 2027-06-24
                    Pâques                       | 2027-03-28 | 2027-03-28
                    fête du Travail              | 2026-09-07 | 2026-09-07
                    Action de grâce              | 2026-10-12 | 2026-10-12
                    de mars à mai                | 2027-03-01 | 2027-05-31
                    nov.-fév.                    | 2026-11-01 | 2027-02-28
                    entre mars et mai            | 2027-03-01 | 2027-05-31
                    from March to May            | 2027-03-01 | 2027-05-31
                    fin de l'exercice            | 2027-06-30 | 2027-06-30
                    end of the plan              | 2027-06-30 | 2027-06-30
                    fin 2026                     | 2026-12-31 | 2026-12-31
                    toute l'année                | 2026-07-01 | 2027-06-30
                    """)
    void readsAClearDate(String text, LocalDate beginning, LocalDate end) {
        assertThat(YEAR.read(text, Edge.FIRST)).as("as a beginning").containsExactly(beginning);
        assertThat(YEAR.read(text, Edge.LAST)).as("as an end").containsExactly(end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    05/06                        | 2027-06-05 2027-05-06
                    15 jui                       | 2027-06-15 2026-07-15
                    fin jui                      | 2027-06-30 2026-07-31
                    été                          | 2026-08-31 2027-06-30
                    d'ici mars                   | 2027-03-01 2027-03-31
                    by March                     | 2027-03-01 2027-03-31
                    pour l'automne               | 2026-09-01 2026-12-31
                    antes del fin de año         | 2026-12-31 2027-06-30
                    fin d'année                  | 2026-12-31 2027-06-30
                    by the end of the year       | 2026-12-31 2027-06-30
                    mars 27                      | 2027-03-27 2027-03-31
                    """)
    void offersTheReadingsOfAnAmbiguousText(String text, String readings) {
        assertThat(YEAR.read(text, Edge.LAST))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(readings.split(" ")).map(LocalDate::parse).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bientôt",
                "à déterminer",
                "en continu",
                "au besoin",
                "le 15",
                "15",
                "2027",
                "12:30",
                "1.5",
                "1,5 mars",
                "00/00",
                "31/02",
                "30 février",
                "29 février",
                "15 août 25 h",
                "mars?",
                "vers mars",
                "~15 mars",
                "late March",
                "early fall",
                "mars ou avril",
                "mars et septembre",
                "T5",
                "T0",
                "3e semestre",
                "mi-automne",
                "lundi 5 mars",
                "lundi",
                "demain",
                "5 à 8",
                "la rentrée",
                "temps des fêtes",
                "fin du mois",
                "fin",
                "au",
                "d'ici",
                "d'ici bientôt",
                "mardi gras",
                "maison",
                "marche du 8 mars",
                "15 brumaire",
                "S",
                "ma",
                ""
            })
    void refusesWhatIsNoClearDate(String text) {
        assertThat(YEAR.read(text, Edge.FIRST)).isEmpty();
        assertThat(YEAR.read(text, Edge.LAST)).isEmpty();
    }

    @Test
    void readsABeginningOnlyAsABeginning() {
        for (String text : List.of("à partir de mars", "dès mars", "starting in March", "a partir de marzo")) {
            assertThat(YEAR.read(text, Edge.FIRST)).as(text).containsExactly(LocalDate.of(2027, 3, 1));
            assertThat(YEAR.read(text, Edge.LAST)).as(text).isEmpty();
        }
    }

    @Test
    void offersEachYearOfALongPlan() {
        assertThat(THREE_YEARS.read("15 août", Edge.LAST))
                .containsExactly(LocalDate.of(2025, 8, 15), LocalDate.of(2026, 8, 15), LocalDate.of(2027, 8, 15));
        assertThat(THREE_YEARS.read("T2", Edge.FIRST))
                .containsExactly(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 10, 1), LocalDate.of(2027, 10, 1));
        assertThat(THREE_YEARS.read("automne 2026", Edge.LAST)).containsExactly(LocalDate.of(2026, 12, 31));
        assertThat(THREE_YEARS.read("lundi 1er mars", Edge.LAST)).containsExactly(LocalDate.of(2027, 3, 1));
    }

    @Test
    void readsNoDayOutsideAShortPlan() {
        var june = new PlannedDateReader(LocalDate.of(2027, 6, 25), LocalDate.of(2027, 6, 30));
        assertThat(june.read("15 août", Edge.LAST)).isEmpty();
        assertThat(june.read("juin", Edge.FIRST)).containsExactly(LocalDate.of(2027, 6, 25));
        var summer = new PlannedDateReader(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 8, 31));
        assertThat(summer.read("T1", Edge.LAST)).containsExactly(LocalDate.of(2027, 8, 31));
    }

    @Property
    void neverThrows(@ForAll String text) {
        assertThat(YEAR.read(text, Edge.LAST)).isNotNull();
    }
}
