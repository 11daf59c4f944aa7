package org.convergence.outreach.newsletter.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;

/** Decides which texts do not say what the first language says today (R-MAIL-9). */
public final class VariantPolicy {

    private VariantPolicy() {}

    /** A text to be written or reviewed. */
    public record StaleText(UUID block, String language) {}

    /**
     * Whether a text does not say the latest revision of its block, or lacks the title that the first language has.
     * Where nothing is written in the first language, there is nothing to translate.
     */
    public static boolean isStale(NewsletterBlock block, String first, String language) {
        BlockText original = block.text(first).orElse(null);
        return original != null
                && !original.isEmpty()
                && !language.equals(first)
                && block.text(language)
                        .map(text -> text.isEmpty()
                                || (text.title().isEmpty() && !original.title().isEmpty())
                                || text.translates() < block.revision())
                        .orElse(true);
    }

    /**
     * The texts to be written or reviewed before the issue may leave.
     *
     * @param languages the first one is translated by the others
     */
    public static List<StaleText> findStale(List<NewsletterBlock> blocks, List<String> languages) {
        List<StaleText> stale = new ArrayList<>();
        for (NewsletterBlock block : blocks) {
            for (String language : languages) {
                if (isStale(block, languages.get(0), language)) {
                    stale.add(new StaleText(block.id(), language));
                }
            }
        }
        return stale;
    }
}
