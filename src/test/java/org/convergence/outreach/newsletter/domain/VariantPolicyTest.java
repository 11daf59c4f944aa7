package org.convergence.outreach.newsletter.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.VariantPolicy.StaleText;
import org.junit.jupiter.api.Test;

/** Variants name the revision that they translate (R-MAIL-9). */
class VariantPolicyTest {

    private static final UUID BLOCK = new UUID(0, 1);

    /** Vector 2. */
    @Test
    void variantOfOlderRevisionIsStale() {
        NewsletterBlock block = block(3, text("fr", 3, "Appel"), text("es", 2, "Llamado"), text("en", 3, "Call"));
        assertThat(VariantPolicy.findStale(List.of(block), List.of("fr", "en", "es")))
                .as("FR r3, ES translates r2")
                .containsExactly(new StaleText(BLOCK, "es"));
        assertThat(VariantPolicy.findStale(List.of(block), List.of("fr", "en"))).isEmpty();
    }

    @Test
    void missingTextIsStaleUnlessThereIsNothingToTranslate() {
        assertThat(VariantPolicy.findStale(List.of(block(1, text("fr", 1, "Appel"))), List.of("fr", "es")))
                .containsExactly(new StaleText(BLOCK, "es"));
        assertThat(VariantPolicy.findStale(List.of(block(1, text("fr", 1, ""))), List.of("fr", "es")))
                .isEmpty();
    }

    private static NewsletterBlock block(int revision, BlockText... texts) {
        return new NewsletterBlock(
                BLOCK, 1, 1, NewsletterBlockKind.ARTICLE, revision, null, null, null, List.of(texts));
    }

    private static BlockText text(String language, int translates, String title) {
        return new BlockText(language, translates, title, "");
    }
}
