package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another person's longer name or address is left and listed; cells and fields keep their borders. */
class NeighbouringNamesTest {

    private final NameSpellings marie = NameSpellings.of(
                    List.of("Marie Tremblay", "Tremblay Marie"), "Marie", "Tremblay", List.of())
            .withOthers(List.of("octave", "paul"), List.of(), List.of());

    /** Rows and fields of several people, longer names, lists and sentences of other people. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Paul;Tremblay;Marie;Gagnon",
                "Paul,Tremblay,Marie,Gagnon",
                "Paul\tTremblay\tMarie\tGagnon",
                "Tremblay,Marie,Paul",
                "N:Roy;Marie;Tremblay;;",
                "| Octave | Tremblay | Marie | Roy |",
                "Ville;Tremblay;Marie;Lima",
                "{\"prenom\":\"Octave\",\"nom\":\"Tremblay\",\"prenom2\":\"Marie\",\"nom2\":\"Roy\"}",
                "{\"ville\":\"Tremblay\",\"prenom\":\"Marie\",\"nom\":\"Roy\"}",
                "vu Marie Tremblay d'Anjou hier",
                "vu Marie Tremblay L’Écuyer hier",
                "vu Marie Tremblay van Roy hier",
                "vu Marie Tremblay y Gagnon hier",
                "vu Marie Tremblay al-Amrani hier",
                "vu Marie Tremblay-d'Anjou hier",
                "vu Marie Tremblay-gagnon hier",
                "vu Marie Tremblay-de la Sablonnière hier",
                "Marie+Tremblay+Gagnon",
                "vu J.-Marie Tremblay hier",
                "octave-Marie Tremblay",
                "octave-marie-tremblay.jpg",
                "Octave_Marie_Tremblay.pdf",
                "Octave-<i>Marie Tremblay</i>",
                "tremblay, marie-claude",
                "Tremblay;marie-claude",
                "Tremblay_Marie_Claude.pdf",
                "Présents : O. Tremblay, Marie",
                "vu Mme Tremblay, Marie",
                "Marie; Tremblay est venu",
                "Luc et Marie; Tremblay est absent",
                "Mme Tremblay\nMarie, présidente",
                "Chère madame Tremblay,\nmarie m’a dit",
                "Bonjour M. Tremblay, Marie vous remercie.",
                "Sur proposition de Mme Tremblay, Marie appuie",
                "proposé par O. Tremblay, Marie appuie",
                "Merci M. Tremblay; Marie rappellera.",
                "les sœurs Tremblay, Marie et Anne",
                "<td>Octave</td><td>Tremblay</td><td>Marie</td><td>Roy</td>",
                "<c r=\"A1\"><t>Paul</t></c><c r=\"B1\"><t>Tremblay</t></c><c><t>Marie</t></c><c><t>Roy</t></c>",
                "<w:tc><w:p><w:t>Roy</w:t></w:p></w:tc><w:tc><w:p><w:t>Marie</w:t></w:p></w:tc><w:tc><w:p><w:t>Tremblay</w:t></w:p></w:tc><w:tc><w:p><w:t>Luc</w:t></w:p></w:tc>",
                "- appeler Marie\n- Tremblay absent",
                "À : Marie\nTremblay, Luc",
                "+ Marie\n+ Tremblay",
                "<li>appeler Marie</li><li>Tremblay absent</li>",
                "Tâches : Marie\nTremblay : relire",
                "Groupe 1 : Luc, Marie\nTremblay, Roy",
                "gâteau : Marie;\nTremblay : café",
                "A.-Marie Tremblay.pdf",
                "Tremblay — Marie, on fait quoi?",
                "{\"body\":\"Roy\\nMarie\\nTremblay\\nOctave\"}",
                "{\"body\":\"Marie\\n\\nTremblay a livré\"}"
            })
    void rewritesNobodyElse(String text) {
        assertThat(marie.replace(text, "Colibri")).isEqualTo(text);
        assertThat(marie.find(text).mentions()).as("it is listed").isNotEmpty();
    }

    /** One name or initials beside a word that is no name, though it has a capital. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dossier Nkémelu.pdf",
                "Présidente Nkémelu",
                "VIREMENT INTERAC NKEMELU",
                "Théodora Trésorière du comité",
                "APPELER THÉODORA DEMAIN",
                "LETTRE DE THÉODORA AU COMITÉ",
                "théodora2",
                "rédigé par TN/lr",
                "TN2024.pdf",
                "ThéodoraㅤNkémelu"
            })
    void listsOneNameBesideOtherWords(String text) {
        NameSpellings theodora = NameSpellings.of(
                        List.of("Théodora Nkémelu", "Nkémelu Théodora"), "Théodora", "Nkémelu", List.of())
                .withOthers(List.of("paul", "theodora"), List.of("roy", "nkemelu"), List.of());
        assertThat(theodora.find(text).mentions().size() + (theodora.isIn(text) ? 1 : 0))
                .isPositive();
    }

    /** A name is another person's only behind or before a name on file, and if another person on file has it. */
    @ParameterizedTest
    @ValueSource(strings = {"Bénévole Nkémelu", "Comité Nkémelu.pdf", "Théodora Bénévole"})
    void listsANameThatNobodyElseHas(String text) {
        NameSpellings theodora = NameSpellings.of(
                        List.of("Théodora Nkémelu", "Nkémelu Théodora"), "Théodora", "Nkémelu", List.of())
                .withOthers(List.of("paul"), List.of("roy"), List.of());
        assertThat(theodora.find(text).mentions()).isNotEmpty();
        NameSpellings roy = NameSpellings.of(List.of("Marie Roy", "Roy Marie"), "Marie", "Roy", List.of())
                .withOthers(List.of("paul"), List.of("roy"), List.of());
        assertThat(roy.find("Paul Roy").mentions()).isEmpty();
        assertThat(roy.find("Luc Roy").mentions()).hasSize(1);
        assertThat(roy.find("CHQ ROY").mentions()).hasSize(1);
        assertThat(roy.find("Paul-Roy").mentions()).isEmpty();
        assertThat(roy.find("Dossier-Roy").mentions()).hasSize(1);
    }

    /** Names that are ordinary words. */
    @ParameterizedTest
    @CsvSource({
        "An, Le, Bail d'un an le 1er juillet",
        "An, Le, Dans un an le comité",
        "An, Le, un an – le temps",
        "Rose, Petit, un petit rose",
        "Pierre, Blanche, une pierre blanche",
        "Avril, Martin, 'vu M. Martin, avril 2026'",
        "Avril, Martin, Réunion chez Martin avril 12",
        "Juste, Dion, 'Mme Dion, juste à temps'",
        "Claire, Mai, 'le 3 mai, Claire viendra'",
        "Claire, Fontaine, À la claire fontaine"
    })
    void takesOrdinaryWordsForNoCertainName(String given, String family, String text) {
        NameSpellings names =
                NameSpellings.of(List.of(given + " " + family, family + " " + given), given, family, List.of());
        assertThat(names.replace(text, "Colibri")).isEqualTo(text);
        assertThat(names.replace("vu " + given + " " + family + " hier", "Colibri"))
                .isEqualTo("vu Colibri hier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jean Tremblay-Marie",
                "marie-tremblay-roy@x.example",
                "Écrire à tremblay-marie-jean@x.example",
                "marie_tremblay.roy@x.example",
                "bureau@marie-tremblay.example",
                "Marie-Tremblay-Roy",
                "{\"place\":\"Chez Marie\",\"title\":\"Tremblay, la suite\"}",
                "[\"merci Marie\",\"Tremblay y va\"]",
                "{\"notes\":\"merci Marie\",\"title\":\"Tremblay\"}",
                "Marie\n\nTremblay inc. a livré",
                "Ville\nLuc\tMarie\tTremblay",
                "Présents : Tremblay, Marie, Roy et Luc",
                "{\"given_name\":\"Luc\",\"family_name\":\"Marie\",\"other\":\"Tremblay\"}"
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
                "{\"nom\":\"Tremblay\",\"prenom\":\"Marie\"} > {\"nom\":\"Colibri\",\"prenom\":\"\"}",
                "Vu Marie Tremblay, hier > Vu Colibri, hier",
                "{\"given\":\"Marie\",\"family\":\"Tremblay\"} > {\"given\":\"Colibri\",\"family\":\"\"}",
                "{\\\"given\\\":\\\"Marie\\\",\\\"family\\\":\\\"Tremblay\\\"} > {\\\"given\\\":\\\"Colibri\\\",\\\"family\\\":\\\"\\\"}",
                "photo_Marie_Tremblay_final.jpg > photo_Colibri_final.jpg"
            })
    void replacesFieldsThatHoldOnlyHerName(String text, String replaced) {
        assertThat(marie.replace(text, "Colibri")).isEqualTo(replaced);
    }

    /** Family names with particles, and names of two letters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "José|de la Cruz|chez Mme de la Cruz hier|chez Mme Colibri hier",
                "José|de la Cruz|Roy (née de la Cruz)|Roy (née Colibri)",
                "José|de la Cruz|signé J.d.l.C. hier|signé Colibri. hier",
                "André|Saint-Onge|vu André Berthe Saint-Onge hier|vu Colibri hier",
                "André|Saint-Onge|vu André II Saint-Onge hier|vu Colibri hier",
                "Ḥayāt|al-ʿAbbās|vu Ḥayāt Berthe al-ʿAbbās hier|vu Colibri hier",
                "Ḥayāt|al-ʿAbbās|chez Mme Al-Abbas hier|chez Mme Colibri hier",
                "Amy|Le|Mme Le arrive|Mme Colibri arrive",
                "Amy|Le|vu avec A. Le hier|vu avec Colibri hier",
                "Amy|Le|à ale@autre.example|à Colibri@autre.example",
                "Kim|Ng|chez Ng hier|chez Colibri hier",
                "Kim|Ng|K. Ng hier|Colibri hier"
            })
    void listsNamesOfShortWords(String given, String family, String text, String replaced) {
        NameSpellings names =
                NameSpellings.of(List.of(given + " " + family, family + " " + given), given, family, List.of());
        assertThat(names.replace(text, "Colibri")).isEqualTo(text);
        assertThat(names.replace(text, "Colibri", mention -> true)).isEqualTo(replaced);
    }

    @ParameterizedTest
    @CsvSource({"José, de la Cruz, vu Luis de la Cruz hier", "André, Saint-Onge, vu Luc Saint-Onge hier"})
    void saysNothingOfOthersWithParticles(String given, String family, String text) {
        NameSpellings names =
                NameSpellings.of(List.of(given + " " + family, family + " " + given), given, family, List.of());
        assertThat(names.find(text).mentions()).isEmpty();
    }

    /** Where another person has the family name, a month is a given name only if nothing precedes it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Avril|Mars et Avril Roy absent|",
                "Noël|D’ici Noël Roy finit le local|",
                "Avril|Présences Avril Roy|",
                "Avril|Réunion du 12\\nAvril Roy|",
                "Avril|Le 12/Avril Roy a payé|",
                "Avril|Le 12. Avril Roy a payé|",
                "Avril|(1er) Avril Roy|",
                "Victoria|À Victoria Roy a manifesté|",
                "Victoria|J’ai vu Victoria Roy|J’ai vu Colibri",
                "Avril|Avril Roy est absente|Colibri est absente",
                "Avril|Appeler Mme Avril Roy|Appeler Mme Colibri"
            })
    void readsAMonthOrATownBesideAnotherOfTheFamily(String given, String text, @Nullable String replaced) {
        NameSpellings names = NameSpellings.of(List.of(given + " Roy", "Roy " + given), given, "Roy", List.of())
                .withOthers(List.of("luc"), List.of("roy"), List.of());
        String read = text.replace("\\n", "\n");
        assertThat(names.replace(read, "Colibri")).isEqualTo(replaced == null ? read : replaced);
        assertThat(names.find(read).mentions().isEmpty()).isEqualTo(replaced != null);
    }

    /** A decision on a place takes no word of the sentence, and leaves no piece of a cut name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chantal|de la Sablonnière|Merci à Chantal de la comptabilité|Merci à Colibri de la comptabilité",
                "Chantal|de la Sablonnière|Fête de Chantal. La salle est prête|Fête de Colibri. La salle est prête",
                "Chantal|de la Sablonnière|la présidente, Chantal, de retour|la présidente, Colibri, de retour",
                "Marc|Le Blanc|Marc, le rapport est reçu|Colibri, le rapport est reçu",
                "Jean|D’Amours|Message de Jean d’hier|Message de Colibri d’hier",
                "Maria del Carmen|Ruiz|INTERAC MARIA DEL CARME|INTERAC Colibri",
                "Jean-François|D’Amours|Virement de Jean-Franço|Virement de Colibri",
                "Julie|Lheureux|julielheureux.jpg|Colibri.jpg",
                "Anne-Sophie|St-Gelais|CV_AnneSophieStGelais.pdf|CV_Colibri.pdf",
                "Anne-Sophie|St-Gelais|écrire à annesophie@exemple.org|écrire à Colibri@exemple.org",
                "Ali|Ben Salah|INTERAC ALI BEN SAL|INTERAC Colibri",
                "Marc|Le Blanc|Marc,le 12 novembre,oui|Colibri,le 12 novembre,oui",
                "Paul|O’Connor|pauloconnor.pdf|Colibri.pdf",
                "Marie-Josée|Roy|Marie Roy, Josée|Colibri, Colibri",
                "Victor|Ben Amar|INTERAC VICTOR BEN AM|INTERAC Colibri",
                "Maria del Carmen|Ruiz Ortega|INTERAC M DEL CARMEN RUIZ|INTERAC Colibri",
                "Abd El Kader|Bouzid|Abdelkader Bouzid propose|Colibri propose",
                "Abd El Kader|Bouzid|Frère d’Abdelkader|Frère d’Colibri",
                "Anne-Sophie|St-Gelais|Anne-Sophie Stgelais propose|Colibri propose",
                "Anne-Sophie|St-Gelais|Appeler Mme Stgelais|Appeler Mme Colibri",
                "Anne-Sophie|St-Gelais|Annesophie St-Gelais propose|Colibri propose",
                "Jean-Paul|Lessard|vu Jeanpaul LESSARD hier|vu Colibri hier",
                "Rose-Aimée|Lessard|Merci à Roseaimee, à demain|Merci à Colibri, à demain",
                "María del Carmen|Ruiz|INTERAC MA DEL CARMEN RUIZ|INTERAC Colibri",
                "María del Carmen|Ruiz|Ma. Carmen Ruiz|Colibri",
                "María del Carmen|Ruiz|Vu O. Ruiz hier|Vu Colibri hier"
            })
    void endsAPlaceWithItsLastName(String given, String family, String text, String decided) {
        NameSpellings names = NameSpellings.of(
                        List.of(given + " " + family, family + " " + given), given, family, List.of())
                .withOthers(List.of("luc", "marie"), List.of("roy"), List.of());
        assertThat(names.replace(text, "Colibri")).isEqualTo(text);
        assertThat(names.replace(text, "Colibri", mention -> true)).isEqualTo(decided);
    }
}
