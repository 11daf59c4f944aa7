package org.convergence.cooperation.narrative.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactKind;

/**
 * A report as it is filed: the facts behind it, and the text of its files.
 *
 * @param language in which it is written
 * @param agreement the title of the agreement; empty for none
 * @param sections in the funder's order
 * @param facts those inserted that the text has word for word
 */
public record FiledNarrative(
        String language,
        String title,
        String funder,
        String agreement,
        String project,
        LocalDate startsOn,
        LocalDate endsOn,
        List<FiledSection> sections,
        List<FiledNarrativeFact> facts) {

    /** The version of this form of facts. */
    static final int SCHEMA = 1;

    /**
     * A section.
     *
     * @param texts our text, then each passage with the yes of its partner
     */
    public record FiledSection(String heading, List<String> texts) {

        /** The whole text, as the funder counts it. */
        public String text() {
            return String.join("\n\n", texts);
        }
    }

    /** A fact inserted as text. */
    public record FiledNarrativeFact(FactKind kind, String reference, String label, String text) {}
}
