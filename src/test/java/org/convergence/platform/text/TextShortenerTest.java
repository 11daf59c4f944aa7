package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextShortenerTest {

    @Test
    void cutsBetweenCharacters() {
        assertThat(TextShortener.shorten("ab😀cd", 4)).isEqualTo("ab😀…");
        assertThat(TextShortener.shorten("ab😀cd", 3)).isEqualTo("ab…");
        assertThat(TextShortener.shorten("ab😀", 3)).isEqualTo("ab😀");
    }
}
