package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextNormalizerTest {

    @Test
    void foldsInclusiveFormsAlike() {
        assertThat(TextNormalizer.fold("Étudiant·e·s"))
                .isEqualTo("etudiantes")
                .isEqualTo(TextNormalizer.fold("étudiant.e.s"))
                .isEqualTo(TextNormalizer.fold("étudiant-e-s"));
        assertThat(TextNormalizer.fold("animateur-trice")).isEqualTo("animateurtrice");
    }

    @Test
    void otherDashesSeparateWords() {
        assertThat(TextNormalizer.fold("Saint-Jean-sur-Richelieu, l’œuvre"))
                .isEqualTo("saint jean sur richelieu l oeuvre");
        assertThat(TextNormalizer.fold(" DEUX  mots ")).isEqualTo("deux mots");
        assertThat(TextNormalizer.fold(" Mots ")).isEqualTo("mots");
    }

    @Test
    void cutsSlugBetweenWords() {
        assertThat(Slug.of("L’Écho des travailleuses et travailleurs!"))
                .isEqualTo("l-echo-des-travailleuses-et-travailleurs");
        assertThat(Slug.of("mot ".repeat(40)).length()).isLessThanOrEqualTo(80);
        assertThat(Slug.of("mot ".repeat(40))).endsWith("mot");
        assertThat(Slug.of("??")).isEqualTo("x");
    }

    @Property
    void slugIsAlwaysValidInAddress(@ForAll String text) {
        assertThat(Slug.of(text)).matches("[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?");
    }

    @Property
    void foldingIsIdempotent(@ForAll String text) {
        assertThat(TextNormalizer.fold(TextNormalizer.fold(text))).isEqualTo(TextNormalizer.fold(text));
    }

    @Test
    void similarityGrowsWithSharedTrigrams() {
        assertThat(TrigramSimilarity.of("Syndicat des enseignantes", "syndicat des ENSEIGNANTES"))
                .isEqualTo(1);
        assertThat(TrigramSimilarity.of("Syndicat des enseignantes", "Syndicat des enseignants"))
                .isGreaterThan(0.7);
        assertThat(TrigramSimilarity.of("Syndicat", "Coalition")).isLessThan(0.2);
    }
}
