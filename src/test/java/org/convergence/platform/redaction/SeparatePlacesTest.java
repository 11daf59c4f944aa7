package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place that is listed for a decision is in one entry and holds one person's words, so that no decision rewrites others. */
class SeparatePlacesTest {

    private final NameSpellings avril = names("Avril", "Gauthier", List.of("marc", "luc", "remi"), List.of("gauthier"));
    private final NameSpellings claire = names("Claire", "St-Onge", List.of("marc", "luc", "remi"), List.of("onge"));
    private final NameSpellings mariefrance =
            names("Marie-France", "Deschênes", List.of("luc", "marie", "france"), List.of("deschenes", "roy"));

    private static NameSpellings names(String given, String family, List<String> others, List<String> families) {
        return NameSpellings.of(
                        List.of(given + " " + family, family + " " + given, "514 555-0142"),
                        given,
                        family,
                        List.of(),
                        "Colibri")
                .withOthers(others, families, List.of());
    }

    private static List<String> places(NameSpellings names, String text) {
        assertThat(names.replace(text, "Colibri")).isEqualTo(text);
        return names.find(text).mentions().stream()
                .map(each -> text.substring(each.from(), each.to()))
                .toList();
    }

    private static List<String> listed(String places) {
        return Arrays.stream(places.split("/", -1)).map(String::strip).toList();
    }

    /** Cells, lines, sentences and commas part the words of several people; the family name of another is left. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "'Prénom;Nom\nRémi;Gauthier\nAvril;Gauthier\nLuc;Roy' = Gauthier / Avril / Gauthier",
                "'nom,prenom\nGauthier,Luc\nGauthier,Avril\nGauthier,Marc' = Gauthier / Gauthier / Avril / Gauthier",
                "Luc,Gauthier,Avril,Gauthier = Gauthier / Avril / Gauthier",
                "'Luc Gauthier\nAvril\nMarc Gauthier' = Avril",
                "Appuyé par Marc Gauthier, Avril demande le vote = Avril",
                "Appuyé par Marc Gauthier. Avril demande le vote = Avril",
                "Luc Gauthier Avril = Avril",
                "Gauthier Luc Gauthier Avril = Gauthier / Avril",
                "Gauthier Avril = Gauthier Avril",
                "Présents : Gauthier; Avril = Gauthier / Avril",
                "'Avril\nGauthier' = Avril / Gauthier",
                "Avril      Gauthier      Roy = Avril / Gauthier",
                "'gauthier, avril' = 'gauthier, avril'"
            })
    void keepsPeopleApart(String text, String places) {
        assertThat(places(avril, text)).containsExactlyElementsOf(listed(places));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "'Couple : Luc St-Onge, Claire; appeler Claire' = Claire / Claire",
                "'Luc St-Onge\n\nClaire,\npeux-tu ?' = Claire",
                "'Luc St-Onge, Claire.pdf' = Claire",
                "'LUC ST-ONGE, CLAIRE' = CLAIRE",
                "<row><c>Luc</c><c>St-Onge</c><c>Claire</c><c>St-Onge</c></row> = St-Onge / Claire / St-Onge",
                // the word behind her particle, cut or misspelt
                "INTERAC FR CLAIRE ST-ON = CLAIRE ST-ON",
                "Virement de Claire St-Onje = Claire St-Onje",
                "Claire St-O: bonjour = Claire St-O",
                "Claire St Ong = Claire St Ong",
                "Claire St Jean = Claire",
                // her number beside a word of her name
                "tel claire 514 555-0142 = claire / 514 555-0142"
            })
    void endsAPlaceWithTheWord(String text, String places) {
        assertThat(places(claire, text)).containsExactlyElementsOf(listed(places));
    }

    /** Words that are ordinary by themselves are a name once a hyphen joins them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "marie-france a appelé = marie-france",
                "MARIE-FRANCE ABSENTE = MARIE-FRANCE",
                "tel. marie-france: 514-555-0142 = marie-france / 514-555-0142",
                "tel. marie: 514-555-0142 = marie / 514-555-0142"
            })
    void listsCompoundNamesOfOrdinaryWords(String text, String places) {
        assertThat(places(mariefrance, text)).containsExactlyElementsOf(listed(places));
    }

    /** One press leaves the other half beside the code name: that is listed still, though an ordinary word. */
    @Test
    void listsWhatIsLeftBesideTheCodeName() {
        assertThat(places(avril, "Colibri;AVRIL;12")).containsExactly("AVRIL");
        assertThat(places(avril, "<td>avril</td><td>Colibri</td>")).containsExactly("avril");
    }

    @Test
    void leavesOrdinaryWords() {
        assertThat(mariefrance.find("marie est allée en france, 514 555-0188").mentions())
                .isEmpty();
        assertThat(mariefrance.find("MARIE FRANCE").mentions()).isEmpty();
    }

    /** An address that nobody has on file is beside a name of hers, and has one, perhaps behind other words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Écrire à Avril Gauthier <avril55@exemple.org> = Avril Gauthier / avril",
                "Avril Gauthier (gauthier@exemple.org) = Avril Gauthier / gauthier",
                "Avril Gauthier <av.gauthier@exemple.org> = Avril Gauthier / gauthier",
                "lulu_gauthier@exemple.org (Avril Gauthier) = gauthier / Avril Gauthier",
                "Mme Gauthier <av-gauthier@exemple.org> = Gauthier / gauthier",
                "Avril Gauthier <av.roy@gauthier.example> = Avril Gauthier / gauthier",
                "<av.gauthier@exemple.org>, Avril Gauthier = gauthier / Avril Gauthier"
            })
    void waitsBesideAnAddress(String text, String places) {
        assertThat(places(avril, text)).containsExactlyElementsOf(listed(places));
    }

    /** An address has the particle of a family name joined to it. */
    @Test
    void waitsBesideAnAddressWithAJoinedName() {
        assertThat(places(claire, "Claire St-Onge <lulu.stonge@exemple.org>"))
                .containsExactly("Claire St-Onge", "stonge");
    }
}
