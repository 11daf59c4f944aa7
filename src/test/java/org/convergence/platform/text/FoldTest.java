package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldTest {

    @Test
    void inclusiveFormsAreTheSame() {
        assertThat(Fold.of("Étudiant·e·s"))
                .isEqualTo("etudiantes")
                .isEqualTo(Fold.of("étudiant.e.s"))
                .isEqualTo(Fold.of("étudiant-e-s"));
        assertThat(Fold.of("animateur-trice")).isEqualTo("animateurtrice");
    }

    @Test
    void otherDashesSeparateWords() {
        assertThat(Fold.of("Saint-Jean-sur-Richelieu, l’œuvre")).isEqualTo("saint jean sur richelieu l oeuvre");
    }

    @Test
    void aSlugIsCutBetweenWords() {
        assertThat(Slug.of("L’Écho des travailleuses et travailleurs!"))
                .isEqualTo("l-echo-des-travailleuses-et-travailleurs");
        assertThat(Slug.of("mot ".repeat(40)).length()).isLessThanOrEqualTo(80);
        assertThat(Slug.of("mot ".repeat(40))).endsWith("mot");
        assertThat(Slug.of("??")).isEqualTo("x");
    }

    @Property
    void aSlugIsAlwaysFitForAnAddress(@ForAll String text) {
        assertThat(Slug.of(text)).matches("[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?");
    }

    @Property
    void foldingTwiceChangesNothing(@ForAll String text) {
        assertThat(Fold.of(Fold.of(text))).isEqualTo(Fold.of(text));
    }

    @Test
    void likenessGrowsWithWhatIsShared() {
        assertThat(Likeness.of("Syndicat des enseignantes", "syndicat des ENSEIGNANTES"))
                .isEqualTo(1);
        assertThat(Likeness.of("Syndicat des enseignantes", "Syndicat des enseignants"))
                .isGreaterThan(0.7);
        assertThat(Likeness.of("Syndicat", "Coalition")).isLessThan(0.2);
    }
}
