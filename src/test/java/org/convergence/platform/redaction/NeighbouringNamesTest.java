package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another person's longer name or address is left and listed; cells and fields keep their borders. */
class NeighbouringNamesTest {

    private final NameSpellings marie =
            NameSpellings.of(List.of("Marie Tremblay", "Tremblay Marie"), "Marie", "Tremblay", List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tremblay-Marie",
                "Jean Tremblay-Marie",
                "marie-tremblay-roy@x.example",
                "Écrire à tremblay-marie-jean@x.example",
                "marie_tremblay.roy@x.example",
                "bureau@marie-tremblay.example",
                "Anne-Marie-Tremblay",
                "Marie-Tremblay-Roy",
                "{\"place\":\"Chez Marie\",\"title\":\"Tremblay, la suite\"}",
                "[\"merci Marie\",\"Tremblay y va\"]",
                "{\"notes\":\"merci Marie\",\"title\":\"Tremblay\"}"
            })
    void leavesAndListsWhatMayBeAnother(String text) {
        assertThat(marie.replace(text, "Colibri")).isEqualTo(text);
        assertThat(marie.find(text).mentions()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vu Andr=E9 Roy", "=?iso-8859-1?Q?Andr=E9_Roy?="})
    void readsAnAccentAtTheEndOfAWord(String text) {
        NameSpellings andre = NameSpellings.of(List.of("André Roy", "Roy André"), "André", "Roy", List.of());
        assertThat(andre.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "1,Marie,Tremblay,Lima > 1,Colibri,,Lima",
                "Marie,Tremblay,mt@x.example > Colibri,,mt@x.example",
                "Vu Marie Tremblay, hier > Vu Colibri, hier",
                "[\"Marie\",\"Tremblay\"] > [\"Colibri\",\"\"]",
                "{\"given\":\"Marie\",\"family\":\"Tremblay\"} > {\"given\":\"Colibri\",\"family\":\"\"}",
                "{\\\"given\\\":\\\"Marie\\\",\\\"family\\\":\\\"Tremblay\\\"} > {\\\"given\\\":\\\"Colibri\\\",\\\"family\\\":\\\"\\\"}",
                "CV-Marie-Tremblay.pdf > CV-Colibri.pdf",
                "photo_Marie_Tremblay_final.jpg > photo_Colibri_final.jpg"
            })
    void replacesCellsAndFieldsThatHoldOnlyHerName(String text, String replaced) {
        assertThat(marie.replace(text, "Colibri")).isEqualTo(replaced);
    }
}
