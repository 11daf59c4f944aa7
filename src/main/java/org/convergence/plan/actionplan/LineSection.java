package org.convergence.plan.actionplan;

import gg.jte.Content;
import java.util.Optional;
import org.convergence.platform.access.Permitted;
import org.convergence.platform.access.Ranked;
import org.convergence.platform.text.Words;

/**
 * A section of an action's page (realisations, documents…), contributed by another module as a bean of this type.
 * Called each time the page opens.
 */
public interface LineSection extends Permitted, Ranked {

    /** The section for the action and its sub-actions; empty if there is nothing to show. */
    Optional<SectionContent> show(PlanLine action, Words t);

    /**
     * A heading and its content.
     *
     * @param content made by {@code platform.shell.Parts} from a template of the contributor
     */
    record SectionContent(String title, Content content) {}
}
