package org.convergence.plan.realisation;

import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.ActionId;
import org.jspecify.annotations.Nullable;

/**
 * What the plan adds to the facts of a realisation: the actions it serves, and its narrative.
 *
 * @param actions the actions and sub-actions served, of one or several plans, at most 100
 * @param narrative in Markdown, at most 20,000 characters
 * @param links addresses beginning with http or https, at most 20 of 1,000 characters
 */
public record PlanAttribution(Set<ActionId> actions, String narrative, List<String> links) {

    /** Maximum length of a narrative, in characters. */
    public static final int LONGEST_NARRATIVE = 20_000;

    /** Maximum number of links. */
    public static final int MOST_LINKS = 20;

    /** Maximum length of a link, in characters. */
    public static final int LONGEST_LINK = 1_000;

    /** Nothing added. */
    public static final PlanAttribution NOTHING = new PlanAttribution(Set.of(), "", List.of());

    private static final int MOST_ACTIONS = 100;

    public PlanAttribution {
        actions = Set.copyOf(actions);
        links = List.copyOf(links);
        if (actions.size() > MOST_ACTIONS
                || narrative.codePointCount(0, narrative.length()) > LONGEST_NARRATIVE
                || links.size() > MOST_LINKS) {
            throw new IllegalArgumentException("too many actions or links, or too long a narrative");
        }
        if (!links.stream().allMatch(PlanAttribution::isLink)) {
            throw new IllegalArgumentException("a link begins with http:// or https://");
        }
    }

    /** Serves these actions, without narrative. */
    public static PlanAttribution serving(Set<ActionId> actions) {
        return new PlanAttribution(actions, "", List.of());
    }

    /** Serves the line chosen on a record, if one is. */
    public static PlanAttribution ofLine(@Nullable ActionId line, String narrative, List<String> links) {
        return new PlanAttribution(line == null ? Set.of() : Set.of(line), narrative, links);
    }

    /** Whether a text is a web address. */
    public static boolean isLink(String text) {
        return text.length() <= LONGEST_LINK && text.matches("https?://[^\\s<>\"]+");
    }
}
