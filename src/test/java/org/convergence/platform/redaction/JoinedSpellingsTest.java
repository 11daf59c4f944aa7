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

    @Test
    void leavesACompoundNameCutAtItsHyphen() {
        NameSpellings anamaria = NameSpellings.of(List.of("Anamaria Pérez"), "Anamaria", "Pérez", List.of());
        assertThat(anamaria.isIn("avec Ana-\nmaria Pérez hier")).isTrue();
        assertThat(anamaria.isIn("avec Ana-\nMaria Pérez hier")).isFalse();
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
                "Ana Ma-\nría Pé-\r\n  rez López",
                "Ana María-\nPérez López",
                "ANA MA-\nRÍA PÉREZ LÓPEZ",
                "Ana Ma-\\nría Pérez López",
                "a.perez [at] exemple.org",
                "a.perez(at)exemple(dot)org",
                "a.perez at exemple point org",
                "a.perez@exemple.org"
            })
    void replacesNamesCutAtLineEndsAndAddressesInWords(String text) {
        NameSpellings all = NameSpellings.of(
                List.of("Ana María Pérez López", "a.perez@exemple.org"), "Ana María", "Pérez López", List.of());
        assertThat(all.replace("avec " + text + ", hier", "Colibri")).isEqualTo("avec Colibri, hier");
        assertThat(all.isIn(text.replace("Ana", "Ava").replace("ANA", "AVA").replace("a.perez", "b.perez")))
                .isFalse();
    }
}
