package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What within a full name, and beside it, makes it certain or doubtful. */
class NameBordersTest {

    private final NameSpellings julie = NameSpellings.of(
                    List.of("Julie Gagnon", "Gagnon Julie", "Juju Gagnon", "514 555-0188", "julie@exemple.org"),
                    "Julie",
                    "Gagnon",
                    List.of())
            .withOthers(List.of("julie", "marc", "xaviere"), List.of("gagnon", "roy"), List.of());

    private final NameSpellings sealed =
            NameSpellings.of(List.of("Julie Gagnon", "514 555-0188"), "Julie", "Gagnon", List.of(), "Colibri");

    private final NameSpellings compound = NameSpellings.of(
            List.of("Anne-Lise Côté Saint-Onge", "Côté Saint-Onge Anne-Lise"),
            "Anne-Lise",
            "Côté Saint-Onge",
            List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                // blanks, underscores, markup and encodings within the name
                "Julie Gagnon > Colibri",
                "Julie   Gagnon > Colibri",
                "Julie\u00a0Gagnon > Colibri",
                "Ju\u200blie Gagnon > Colibri",
                "Julie_Gagnon > Colibri",
                "Julie%20Gagnon > Colibri",
                "Julie+Gagnon > Colibri",
                "Vu Julie    Gagnon hier > Vu Colibri hier",
                "'Lundi\tJulie      Gagnon\tRoy' > 'Lundi\tColibri\tRoy'",
                "Lundi      Julie Gagnon      Roy > Lundi      Colibri      Roy",
                "**Julie** Gagnon > **Colibri**",
                "Juju Gagnon > Colibri",
                // a sentence, punctuation or a line beside it
                "Vu Julie Gagnon hier > Vu Colibri hier",
                "Avec Julie Gagnon, hier > Avec Colibri, hier",
                "à Mme Julie Gagnon > à Mme Colibri",
                "Bonjour Julie Gagnon > Bonjour Colibri",
                "Présidente Julie Gagnon > Présidente Colibri",
                "CV_Julie_Gagnon.pdf > CV_Colibri.pdf",
                "bail_julie_gagnon.pdf > bail_Colibri.pdf",
                "VIREMENT JULIE GAGNON 12,00 > VIREMENT Colibri 12,00",
                "vu julie gagnon hier > vu Colibri hier",
                "Présents : Marc Roy, Julie Gagnon, Luc > Présents : Marc Roy, Colibri, Luc",
                "'Roy\nJulie Gagnon\nMarc' > 'Roy\nColibri\nMarc'",
                "Roy;Julie Gagnon;Marc > Roy;Colibri;Marc",
                "scan_Julie_Gagnon_2024.pdf > scan_Colibri_2024.pdf",
                "Julie Gagnon2 > Colibri2",
                // an entry that fills a line, a cell or a value
                "Gagnon, Julie > Colibri",
                "GAGNON, Julie > Colibri",
                "'Présents :\nGagnon, Julie\nRoy, Marc' > 'Présents :\nColibri\nRoy, Marc'",
                "1;Gagnon, Julie;Laval > 1;Colibri;Laval"
            })
    void replaces(String text, String replaced) {
        assertThat(julie.replace(text, "Colibri")).isEqualTo(replaced);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a line end, a paragraph or a cell within the name
                "Julie\nGagnon",
                "Bonjour Julie\nGagnon m’a appelé",
                "Le comité a entendu hier le rapport de Julie\nGagnon, qui est adopté",
                "Merci Julie<br>Gagnon viendra",
                "<p>Appeler Julie</p><p>Gagnon absent</p>",
                "<w:p><w:t>Julie</w:t></w:p><w:p><w:t>Gagnon</w:t></w:p>",
                "- Julie\n- Gagnon",
                "— Julie\n— Gagnon absent",
                "Julie\tGagnon",
                "<dt>Julie</dt> <dd>Gagnon absent</dd>",
                "<option>Julie</option> <option>Gagnon</option>",
                "<button>Julie</button> <button>Gagnon</button>",
                "<section>Julie</section> <section>Gagnon</section>",
                "Lundi      Julie      Gagnon      Roy",
                "Julie      Gagnon      Roy",
                "Marc ______ Julie ______ Gagnon ______ Roy ______",
                "Julie;Gagnon",
                "| Julie | Gagnon |",
                "<tr><td>Julie</td><td>Gagnon</td></tr>",
                "[\"Julie\",\"Gagnon\"]",
                "{\"prenom\":\"Julie\",\"nom2\":\"Gagnon\"}",
                // another sign within the name
                "Julie-Gagnon",
                "Julie + Gagnon",
                "Julie – Gagnon",
                "Julie, Gagnon",
                "Julie. Gagnon",
                "Julie/Gagnon",
                // the family name first, other than in an entry
                "Gagnon Julie",
                "gagnon, julie",
                "Présents : Gagnon; Julie",
                "Présents : Gagnon, Julie",
                "Chez Gagnon, Julie",
                "12, rue Gagnon, Julie",
                "dossier_gagnon_julie.pdf",
                "bail gagnon, julie.pdf",
                "Match Gagnon - Julie",
                // a word beside it that may make it another name
                "Julie Gagnon-Roy",
                "Julie Gagnon Roy",
                "Julie Gagnon R.",
                "Julie Gagnon/Roy",
                "Julie Gagnon - Roy",
                "Julie Gagnon- Roy",
                "Julie Gagnon-\r\nRoy a écrit",
                "Julie Gagnon-\r\n> Roy a écrit",
                "Marie-\r\nJulie Gagnon aussi",
                "Marie-\n  Julie Gagnon aussi",
                "Marc – Julie Gagnon",
                "Julie Gagnon de la Roche",
                "Julie Gagnon d’Anjou",
                "Julie Gagnon Présidente",
                "Julie_Gagnon_CV.pdf",
                "Julie Gagnon ben Youssef",
                "Julie Gagnon bint Ali",
                "Julie Gagnon d' Anjou",
                "Julie Gagnon st-Pierre",
                "Julie Gagnon fils",
                "Julie Gagnon & fils",
                "Julie Gagnon &amp; Roy",
                "Julie Gagnon et filles",
                "Présents : Berthe Julie Gagnon, Luc Roy",
                "Luc;Berthe Julie Gagnon;12",
                "Berthe_Julie_Gagnon.pdf",
                "Centre Julie Gagnon",
                "ma cousine julie gagnon bouchard",
                "berthe julie gagnon",
                "julie gagnon de la roche",
                "Julie gagnon bénévole",
                "julie gagnon roy",
                "julie_gagnon_scan.pdf",
                "M.-Julie Gagnon",
                "Marie-Julie Gagnon",
                "O. Julie Gagnon",
                "Xavière Julie Gagnon",
                "vu Berthe Julie Gagnon",
                "Luc Roy Julie Gagnon",
                "Fondation Julie-Gagnon",
                // a beginning of the family name at the end of a text
                "INTERAC e-Transfer fr JULIE GAGN",
                "1;FR JULIE GAGN;12,00",
                "INTERAC FR JULIE GAGN REF 12",
                // one name in quotes
                "Dossier \"Gagnon\" fermé",
                "Surnommée \"Julie\"",
                "\"12\";\"Julie\";\"Laval\""
            })
    void listsAndLeaves(String text) {
        assertThat(julie.replace(text, "Colibri")).isEqualTo(text);
        assertThat(julie.find(text).mentions()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Avril|Martin|budget martin avril.",
                "Avril|Martin|fin avril martin en congé",
                "Avril|Martin|Le 12 Avril Martin a appelé",
                "April|Roy|On 3 April Roy called",
                "France|Martin|En France Martin a rencontré les élus",
                "Noël|Martin|Party de Noël Martin",
                "Avril|Martin|Le 1er Avril Martin a appelé",
                "Avril|Martin|Cotisation d'Avril Martin 35,00",
                "April|Roy|The 3rd of April Roy called",
                "Jean|Toussaint|À la Toussaint Jean sera absent",
                "Julio|Ruiz|El 3 de Julio Ruiz llamó",
                "René|Lévesque|Bureau au 1000, boul. René Lévesque",
                "René|Lévesque|Au centre de René Lévesque",
                "René|Lévesque|Bureau au 31, bd René Lévesque",
                "René|Lévesque|Bibliothèque René Lévesque, 9 h",
                "Louis|Riel|Manif au coin Berri et Louis Riel",
                "Claire|Fontaine|À LA CLAIRE FONTAINE",
                "Rose|Petit|un petit rose",
                "Gisèle|Parent|voir Gisèle parent d’une élève",
                "Luc|Pilote|Luc pilote le projet"
            })
    void listsOrdinaryWords(String given, String family, String text) {
        NameSpellings names =
                NameSpellings.of(List.of(given + " " + family, family + " " + given), given, family, List.of());
        assertThat(names.replace(text, "Colibri")).isEqualTo(text);
        assertThat(names.find(text).mentions()).isNotEmpty();
    }

    /** Two given names in an entry may be two people. */
    @Test
    void listsAnEntryOfTwoGivenNames() {
        NameSpellings jean = NameSpellings.of(List.of("Jean Pierre", "Pierre Jean"), "Jean", "Pierre", List.of());
        NameSpellings fabienne = NameSpellings.of(
                        List.of("Fabienne Marc", "Marc Fabienne"), "Fabienne", "Marc", List.of())
                .withOthers(List.of("marc"), List.of("roy"), List.of());
        assertThat(jean.replace("Présents :\nPierre, Jean\nLuc, Anne", "Colibri"))
                .contains("\nPierre, Jean\n");
        assertThat(jean.find("Affiches;Pierre, Jean").mentions()).isNotEmpty();
        assertThat(fabienne.replace("Affiches;Marc, Fabienne;12", "Colibri")).contains("Marc, Fabienne");
        assertThat(fabienne.find("Affiches;Marc, Fabienne;12").mentions()).isNotEmpty();
    }

    /** A bank cuts a line after so many characters; the given name alone is an ordinary word in capitals. */
    @Test
    void listsTheWholeNameWhoseEndIsCut() {
        NameSpellings marie = NameSpellings.of(List.of("Marie Tremblay"), "Marie", "Tremblay", List.of());
        assertThat(marie.replace("INTERAC fr MARIE TREMB", "Colibri", mention -> true))
                .isEqualTo("INTERAC fr Colibri");
        assertThat(marie.replace("INTERAC FR MARIE TREMB 12,00", "Colibri", mention -> true))
                .isEqualTo("INTERAC FR Colibri 12,00");
        assertThat(marie.replace("INTERAC FR MARIE TREMB REF 8841", "Colibri", mention -> true))
                .isEqualTo("INTERAC FR Colibri REF 8841");
        assertThat(marie.find("INTERAC fr MARIE TREMPE").mentions()).isEmpty();
    }

    /** The given name of another record has all words of the name. */
    @Test
    void listsTheGivenNameOfAnother() {
        NameSpellings jean = NameSpellings.of(List.of("Jean Pierre", "Pierre Jean"), "Jean", "Pierre", List.of());
        assertThat(jean.replace("Appeler Jean Pierre demain", "Colibri")).isEqualTo("Appeler Colibri demain");
        NameSpellings other = jean.withOthers(List.of("jean", "pierre", "jean pierre"), List.of("roy"), List.of());
        assertThat(other.replace("Appeler Jean Pierre demain", "Colibri")).isEqualTo("Appeler Jean Pierre demain");
        assertThat(other.find("Appeler Jean Pierre demain").mentions()).hasSize(1);
    }

    @Test
    void takesHyphensAndBlanksForTheSameWithinGivenOrFamilyNames() {
        for (String each :
                List.of("Anne Lise Côté-Saint Onge", "Anne-Lise Côté Saint-Onge", "ANNE LISE COTE SAINT ONGE")) {
            assertThat(compound.replace(each, "Colibri")).as(each).isEqualTo("Colibri");
        }
        assertThat(compound.isIn("Anne-Lise-Côté Saint-Onge")).isFalse();
    }

    /** Nobody reads her name beside her code name: what is certain waits for the decision on what is doubtful. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Julie;Gagnon;514 555-0188;julie@exemple.org",
                "Gagnon;Julie;julie@exemple.org",
                "Appeler Julie au 514 555-0188",
                "FN:Julie Gagnon\nN:Gagnon;Julie;;\nTEL:514 555-0188",
                "<tr><td>Julie</td><td>Gagnon</td><td>Julie Gagnon</td></tr>",
                "<row><c><t>Julie</t></c><c><t>Gagnon</t></c><c><v>5145550188</v></c></row>"
            })
    void leavesWhatIsBesideADoubtfulPlaceInItsRecord(String text) {
        assertThat(julie.replace(text, "Colibri")).isEqualTo(text);
        assertThat(julie.find(text).mentions()).extracting(Mention::kind).contains(Mention.MentionKind.BESIDE);
        assertThat(julie.replace(text, "Colibri", mention -> true)).doesNotContain("Julie", "Gagnon", "555", "exemple");
    }

    /** Nobody reads the person behind the code name: a full name waits for any other doubtful place in its record. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Julie Gagnon, 514 555-0188. Rappeler Julie jeudi.",
                "Julie Gagnon est venue. Julie a parlé.",
                "Porte;Julie Gagnon;514 555-0188;rappeler Julie",
                "From: Julie Gagnon <jgagnon@csn.example>",
                "Julie Gagnon Présidente\nProposé par Julie Gagnon",
                "Julie Gagnon #JulieGagnon"
            })
    void leavesTheNameBesideADoubtfulPlace(String text) {
        assertThat(sealed.replace(text, "Colibri")).isEqualTo(text);
        assertThat(sealed.find(text).mentions()).extracting(Mention::kind).contains(Mention.MentionKind.BESIDE);
        assertThat(sealed.replace(text, "Colibri", mention -> true))
                .doesNotContainIgnoringCase("Julie", "Gagnon", "555");
    }

    @Test
    void replacesInOtherRecords() {
        assertThat(julie.replace("Julie;Gagnon;1\n\nTél. 514 555-0188", "Colibri"))
                .isEqualTo("Julie;Gagnon;1\n\nTél. Colibri");
        assertThat(julie.replace("<tr><td>Julie</td><td>Gagnon</td></tr><tr><td>514 555-0188</td></tr>", "Colibri"))
                .contains("<td>Colibri</td>");
        assertThat(sealed.replace("Julie Gagnon est venue.\n\nJulie a parlé.", "Colibri"))
                .isEqualTo("Colibri est venue.\n\nJulie a parlé.");
        assertThat(julie.replace("Julie Gagnon est venue. Julie a parlé.", "[retiré]"))
                .as("no code name is beside the name")
                .isEqualTo("[retiré] est venue. Julie a parlé.");
    }
}
