package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a street, a building, a line, a law or a day may bear the words of a name, the place is listed. */
class NamesOfPlacesTest {

    private final NameSpellings louis = names("Louis", "Riel");

    private static NameSpellings names(String given, String family) {
        return NameSpellings.of(
                List.of(given + " " + family, family + " " + given), given, family, List.of(), "Colibri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autobus 55, Louis Riel",
                "Autobus 55 Louis Riel",
                "55 – Louis Riel",
                "direction Louis Riel",
                "entre Louis Riel et Sherbrooke",
                "loi Louis Riel",
                "La loi 101 (Louis Riel)",
                "(parc) Louis Riel",
                "métro / Louis Riel",
                "Métro : Louis Riel",
                "L’école « Louis Riel »",
                "École primaire publique Louis Riel",
                "métro fermé de Sherbrooke à Louis Riel",
                "les écoles Pie-IX, Rosemont et Louis Riel",
                "coin Berri et Louis Riel",
                "angle Berri, Louis Riel",
                "4220, rue\nLouis Riel",
                "Autobus 55 : Louis Riel",
                "Centre sportif Louis Riel"
            })
    void listsWhatMayBeAPlace(String text) {
        assertThat(louis.replace(text, "Colibri")).isEqualTo(text);
        assertThat(louis.find(text).mentions()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Présents : Marc Roy, Louis Riel > Présents : Marc Roy, Colibri",
                "Au café avec Louis Riel > Au café avec Colibri",
                "Au café avec Marc Roy et Louis Riel > Au café avec Marc Roy et Colibri",
                "Salle 3, Mme Louis Riel > Salle 3, Mme Colibri",
                "Salle 3 réservée. Louis Riel préside > Salle 3 réservée. Colibri préside",
                "Lundi 12 : Louis Riel préside > Lundi 12 : Colibri préside",
                "1. Louis Riel > 1. Colibri",
                "12;Louis Riel;Laval > 12;Colibri;Laval",
                "12,Louis Riel,Laval > 12,Colibri,Laval",
                "'Présences\n- Louis Riel' > 'Présences\n- Colibri'",
                "2026-03-12 Louis Riel > 2026-03-12 Colibri",
                "Vu le (jeune) Louis Riel > Vu le (jeune) Colibri"
            })
    void replacesAPerson(String text, String replaced) {
        assertThat(louis.replace(text, "Colibri")).isEqualTo(replaced);
    }

    /** Whatever stands between a day, or another month, and a month. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Avril|Gauthier|30-Avril Gauthier",
                "Avril|Gauthier|Le 12. Avril Gauthier",
                "Avril|Gauthier|Le 1er : Avril Gauthier",
                "Mai|Nguyen|12 / Mai Nguyen",
                "Mai|Nguyen|[12] Mai Nguyen",
                "Mai|Nguyen|12;Mai Nguyen;x",
                "Mai|Nguyen|avril 2026 – Mai Nguyen",
                "Juin|Tran|lundi 15, Juin Tran",
                "Avril|Gauthier|mars, Avril Gauthier",
                "Avril|Gauthier|(fin) Avril Gauthier",
                "Victoria|Roy|12 Victoria Roy"
            })
    void listsAMonthBehindADay(String given, String family, String text) {
        NameSpellings names = names(given, family);
        assertThat(names.replace(text, "Colibri")).isEqualTo(text);
        assertThat(names.find(text).mentions()).isNotEmpty();
    }
}
