package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BriefTest {

    @Test
    void aLongTextIsCutBetweenTwoCharacters() {
        assertThat(Brief.of("ab😀cd", 4)).isEqualTo("ab😀…");
        assertThat(Brief.of("ab😀cd", 3)).isEqualTo("ab…");
        assertThat(Brief.of("ab😀", 3)).isEqualTo("ab😀");
    }
}
