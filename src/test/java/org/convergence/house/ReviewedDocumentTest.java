package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The failure of a reviewed document shows what differs, not the whole document. */
class ReviewedDocumentTest {

    @Test
    void showsOnlyTheLinesThatDiffer() {
        assertThat(ReviewedDocument.differences("a\nb\nb\nc", "a\nb\nd")).containsExactly("- b", "- c", "+ d");
        assertThat(ReviewedDocument.differences("a\nb", "a\nb")).isEmpty();
    }
}
