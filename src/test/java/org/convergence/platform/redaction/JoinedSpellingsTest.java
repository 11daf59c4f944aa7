package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.platform.redaction.Mention.MentionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names joined by capitals and initials without points are listed; emphasis within a name leaves nothing behind. */
class JoinedSpellingsTest {

    private final NameSpellings ana = NameSpellings.of(List.of("Ana Pérez", "Pérez Ana"), "Ana", "Pérez", List.of());

    private final NameSpellings several = NameSpellings.of(
            List.of("Ana María Pérez López", "Pérez López Ana María"), "Ana María", "Pérez López", List.of());

    @ParameterizedTest
    @CsvSource({
        "avec Ana-MaríaPérez-López hier, JOINED",
        "CV_AnaMaria_PerezLopez.pdf, JOINED",
        "avec AM Pérez López hier, INITIALS",
        "avec #MaríaPérez hier, JOINED",
        "avec lopezmaria hier, JOINED",
        "AMPL-perez.csv, INITIALS",
        "ampl-perez.csv, PART",
        "notes perez.csv, PART",
        "notes de perez 2026.csv, PART",
        "écrit à maria-claire.uwimana@exemple.org hier, ",
        "avec MM. Pérez López hier, PART",
        "avec IBM Pérez López hier, PART",
        "avec IBM López hier, ",
        "avec PL Pérez López hier, PART",
        "avec DaniMaria Pérez-Lopezier hier, "
    })
    void listsNamesJoinedByCapitals(String text, MentionKind kind) {
        assertThat(several.isIn(text)).isFalse();
        assertThat(several.find(text).mentions())
                .extracting(Mention::kind)
                .containsExactlyElementsOf(kind == null ? List.of() : List.of(kind));
    }

    private final NameSpellings marie =
            NameSpellings.of(List.of("Marie Tremblay", "Tremblay Marie"), "Marie", "Tremblay", List.of());

    @ParameterizedTest
    @CsvSource({
        "CVMarieTremblay.pdf, JOINED, Colibri.pdf",
        "avec CVMarieTremblay hier, JOINED, avec Colibri hier",
        "contratmarietremblay.pdf, JOINED, contratColibri.pdf",
        "LettreTremblay.pdf, PART, LettreColibri.pdf",
        "TremblayCV.pdf, PART, ColibriCV.pdf",
        "CVTremblay 2.pdf, PART, CVColibri 2.pdf",
        "cvtremblay2024.pdf, PART, cvColibri2024.pdf",
        "MmeTremblay.docx, PART, MmeColibri.docx"
    })
    void listsJoinedAndLoneNamesInNamesOfFiles(String name, MentionKind kind, String replaced) {
        assertThat(marie.replace(name, "Colibri")).isEqualTo(name);
        assertThat(marie.find(name).mentions()).extracting(Mention::kind).containsExactly(kind);
        assertThat(marie.replace(name, "Colibri", mention -> true)).isEqualTo(replaced);
    }

    @Test
    void replacesHerNameInNamesOfFiles() {
        assertThat(marie.replace("CV_Marie_Tremblay.pdf", "Colibri")).isEqualTo("CV_Colibri.pdf");
        assertThat(marie.find("Anne_Roy.pdf").mentions()).isEmpty();
    }

    @Test
    void leavesACompoundNameCutAtItsHyphen() {
        NameSpellings anamaria = NameSpellings.of(List.of("Anamaria Pérez"), "Anamaria", "Pérez", List.of());
        assertThat(anamaria.find("avec Ana-\nmaria Pérez hier").mentions())
                .extracting(Mention::kind)
                .containsExactly(MentionKind.JOINED);
        assertThat(anamaria.find("avec Ana-\nMaria Pérez hier").mentions()).isEmpty();
    }

    /** "St" and "Saint" are one word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "St-Pierre|Vu Rosalie Saint-Pierre hier|Vu Colibri hier",
                "Saint-Pierre|Vu ROSALIE ST-PIERRE hier|Vu Colibri hier",
                "Ste-Marie|Rosalie_Sainte-Marie.pdf|Colibri.pdf",
                "Sainte-Marie|Rosalie Ste Marie|Colibri"
            })
    void replacesShortAndLongSaints(String family, String text, String replaced) {
        assertThat(rosalie(family).replace(text, "Colibri")).isEqualTo(replaced);
    }

    /** Saints with one name or an initial, and particles joined to the name that follows, or apart from it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "St-Pierre|payé par Mme Saint-Pierre|payé par Mme Colibri",
                "St-Pierre|Bail_Saint-Pierre.pdf|Bail_Colibri.pdf",
                "St-Pierre|vu R. Saint-Pierre hier|vu Colibri hier",
                "St-Pierre|vu #RosalieSaintPierre hier|vu #Colibri hier",
                "Saint-Pierre|chez Mme St-Pierre hier|chez Mme Colibri hier",
                "Ste-Marie|chez Mme Sainte-Marie hier|chez Mme Colibri hier",
                "Sainte-Marie|chez Mme Ste-Marie hier|chez Mme Colibri hier",
                "El Khoury|chez Mme Elkhoury hier|chez Mme Colibri hier",
                "El Khoury|vu Rosalie Elkhoury hier|vu Colibri hier",
                "Le Blanc|chez Mme Leblanc hier|chez Mme Colibri hier",
                "Leblanc|chez Mme Le Blanc hier|chez Mme Colibri hier",
                "Leblanc|vu Rosalie Le Blanc hier|vu Colibri hier",
                "Dubois|chez Mme du Bois hier|chez Mme Colibri hier",
                "de la Durantaye|chez M. Ladurantaye hier|chez M. Colibri hier",
                "McDonald|chez M. Mc Donald hier|chez M. Colibri hier",
                "Mc Donald|chez M. McDonald hier|chez M. Colibri hier",
                "Benali|chez Mme Ben Ali hier|chez Mme Colibri hier"
            })
    void listsSaintsAndParticles(String family, String text, String replaced) {
        NameSpellings names = rosalie(family);
        assertThat(names.replace(text, "Colibri")).isEqualTo(text);
        assertThat(names.replace(text, "Colibri", mention -> true)).isEqualTo(replaced);
    }

    @Test
    void takesArticlesForNoParticles() {
        assertThat(rosalie("Lafrance").find("Un séjour dans la France entière").mentions())
                .isEmpty();
        assertThat(rosalie("Leblanc").find("un plan le blanc").mentions()).isEmpty();
    }

    private static NameSpellings rosalie(String family) {
        return NameSpellings.of(List.of("Rosalie " + family, family + " Rosalie"), "Rosalie", family, List.of());
    }

    @Test
    void dropsEmphasisWithinName() {
        assertThat(ana.replace("avec Ana **Pérez** hier", "Colibri")).isEqualTo("avec Colibri hier");
        assertThat(several.replace("avec Ana **María** Pérez López hier", "Colibri"))
                .isEqualTo("avec Colibri hier");
        assertThat(ana.replace("avec **Ana** Pérez hier", "Colibri")).isEqualTo("avec **Colibri** hier");
        assertThat(several.replace("**Ana** _María_ Pé**rez** López", "Colibri"))
                .isEqualTo("**Colibri**");
        assertThat(ana.replace("_Ana_ `Pérez` hier", "Colibri")).isEqualTo("_Colibri_ hier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.perez [at] exemple.org",
                "a.perez(at)exemple(dot)org",
                "a.perez at exemple point org",
                "a.perez@exemple.org"
            })
    void replacesAddressesInWords(String text) {
        NameSpellings all = NameSpellings.of(
                List.of("Ana María Pérez López", "a.perez@exemple.org"), "Ana María", "Pérez López", List.of());
        assertThat(all.replace("avec " + text + ", hier", "Colibri")).isEqualTo("avec Colibri, hier");
        assertThat(all.isIn(text.replace("a.perez", "b.perez"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana Ma-\nría Pé-\r\n  rez López",
                "Ana María-\nPérez López",
                "ANA MA-\nRÍA PÉREZ LÓPEZ",
                "Ana Ma-\\nría Pérez López"
            })
    void listsNamesCutAtLineEnds(String text) {
        assertThat(several.replace(text, "Colibri")).isEqualTo(text);
        assertThat(several.replace("avec " + text + ", hier", "Colibri", mention -> true))
                .isEqualTo("avec Colibri, hier");
    }

    private final NameSpellings zoe = NameSpellings.of(
                    List.of(
                            "Zoéline Amaïa Quérouët-Bastarache",
                            "Quérouët-Bastarache Zoéline Amaïa",
                            "zoe.bast@refuge.example"),
                    "Zoéline Amaïa",
                    "Quérouët-Bastarache",
                    List.of())
            .withOthers(List.of(), List.of(), List.of("zaq"));

    @ParameterizedTest
    @CsvSource({
        "#JusticePourZoéline, PART, #JusticePourColibri",
        "#FreeZoeline, PART, #FreeColibri",
        "#freezoeline, PART, #freeColibri",
        "#justicepourzoelinequerouet, JOINED, #justicepourColibri",
        "#zoelineamaia, JOINED, #Colibri",
        "@zoelineamaia, JOINED, @Colibri",
        "écrit par zqbastarache hier, JOINED, écrit par Colibri hier",
        "à querouetb@autre.example, JOINED, à Colibri@autre.example",
        "à moi+zoe.bast@refuge.example, ADDRESS, à moi+Colibri",
        "compte zoe.bast fermé, ADDRESS, compte Colibri fermé",
        "ZQ enverra la note, INITIALS, Colibri enverra la note",
        "vu avec ZAQB hier, INITIALS, vu avec Colibri hier",
        "ZAQB, INITIALS, Colibri",
        "vu JPL ZAQB hier, INITIALS, vu JPL Colibri hier",
        "PV ZAQB MTR, INITIALS, PV Colibri MTR",
        "CV-ZAQB.pdf, INITIALS, CV-Colibri.pdf",
        "vu Zoéline QB hier, INITIALS, vu Colibri hier",
        "vu Mme Q.-B. hier, INITIALS, vu Mme Colibri. hier",
        "merci à zoéline et luc, PART, merci à Colibri et luc",
        "quérouët a dit, PART, Colibri a dit",
        "on a vu zoéline amaïa hier, PART, on a vu Colibri hier",
        "Zoéline, FIELD, Colibri",
        "Quérouët-Bastarache, FIELD, Colibri"
    })
    void listsTagsLoginsInitialsAndSmallLetters(String text, MentionKind kind, String replaced) {
        assertThat(zoe.replace(text, "Colibri")).isEqualTo(text);
        assertThat(zoe.find(text).mentions()).extracting(Mention::kind).containsExactly(kind);
        assertThat(zoe.replace(text, "Colibri", mention -> true)).isEqualTo(replaced);
    }

    /** In step with the search, the transaction that seals leaves a text that has the initials beside the name. */
    @Test
    void countsInitialsAmongTheWordsOfAName() {
        assertThat(NamePhrases.words(List.of("Anne-Sophie St-Gelais")))
                .containsExactly("anne", "sophie", "gelais", "assg");
    }

    /** The names in two values of one record, of which each is usually another person's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"Zoéline Amaïa\",\"1990\",\"Quérouët-Bastarache\"]",
                "{\"first\":\"Zoéline Amaïa\",\"id\":12,\"last\":\"Quérouët-Bastarache\"}",
                "{\"first\":{\"fr\":\"Zoéline\"},\"last\":{\"fr\":\"Quérouët\"}}",
                "<c prenom=\"Zoéline Amaïa\" nom=\"Quérouët-Bastarache\"/>",
                "<s v=\"Zoéline\"/><s v=\"Quérouët\"/>",
                "<comment author=\"Zoéline\" initials=\"ZQ\">",
                "a:2:{s:8:\"Zoéline\";i:4;s:9:\"Quérouët\";}"
            })
    void listsNamesOfOneRecordThatDoNotTouch(String text) {
        assertThat(zoe.replace(text, "Colibri")).isEqualTo(text);
        assertThat(zoe.find(text).mentions()).hasSize(2);
        assertThat(zoe.replace(text, "Colibri", mention -> true))
                .doesNotContain("Zo", "Qu", "ZQ")
                .hasSizeGreaterThan(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rose|Petit|une rose rouge et un petit pain, puis le RP annonce : #rose #prosecution",
                "Victor|Grant|grant.read resources.grant_call GRANT",
                "Amy|Le|Le comité a vu le budget. Annexe A. Le comité décide. LE VOTE",
                "Kim|Ng|10 ng d’or",
                "Claire Simone|Noël|LA CSN, la CSN et une eau claire à noël",
                "Olivier|Nadeau|ON A VU LE CV. On le voit en ON",
                "Zoéline Amaïa|Quérouët-Bastarache|le ZAQ et Xq+ZQ/ba",
                "Marie|Tremblay|Luc se marie demain #mariagepourtous",
                "Marie|Tremblay|[{\"given\":\"Marie\",\"family\":\"Roy\"},{\"given\":\"Luc\",\"family\":\"Tremblay\"}]",
                "Marie|Tremblay|[\"Marie\",\"Roy\",\"Luc\",\"Tremblay\"]",
                "Lucie|Tremblay|{\"search_form\": \" lucie roy\"}"
            })
    void takesOrdinaryWordsAndOthersForWhatTheyAre(String given, String family, String text) {
        NameSpellings names = NameSpellings.of(
                        List.of(given + " " + family, family + " " + given), given, family, List.of())
                .withOthers(List.of(), List.of(), List.of("zaq"));
        assertThat(names.find(text).mentions()).isEmpty();
        assertThat(names.isIn(text)).isFalse();
    }
}
