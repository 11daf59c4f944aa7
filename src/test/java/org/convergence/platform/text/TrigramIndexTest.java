package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrigramIndexTest {

    private static final List<String> TITLES =
            List.of("Atelier au cégep", "Réunion du comité", "Ateliers au cégep", "Atelier au cegep");

    private final TrigramIndex index = new TrigramIndex(TITLES);

    @Test
    void findsTheSameTextsAsComparingEach() {
        assertThat(index.find("atelier dans un cégep", 0.3, 10))
                .extracting(found -> TITLES.get(found.position()))
                .containsExactly("Atelier au cégep", "Atelier au cegep", "Ateliers au cégep");
        assertThat(index.find("atelier dans un cégep", 0, 10))
                .allSatisfy(found -> assertThat(found.similarity())
                        .isEqualTo(TrigramSimilarity.of("atelier dans un cégep", TITLES.get(found.position()))));
    }

    @Test
    void keepsTheClosestOnly() {
        assertThat(index.find("Atelier au cégep", 0.3, 2))
                .extracting(found -> found.position())
                .containsExactly(0, 3);
        assertThat(index.find("congrès", 0.3, 2)).isEmpty();
        assertThat(index.find("", 0.3, 2)).isEmpty();
    }
}
