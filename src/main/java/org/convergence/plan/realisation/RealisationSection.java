package org.convergence.plan.realisation;

import gg.jte.Content;
import java.util.Optional;
import java.util.Set;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Permitted;
import org.convergence.platform.access.Ranked;
import org.convergence.platform.text.Words;

/** A section of the page of a realisation, contributed by another module as a bean of this type. */
public interface RealisationSection extends Permitted, Ranked {

    /**
     * The section for a realisation of these actions; empty if there is nothing to show. Not called for a withdrawn
     * one.
     */
    Optional<RealisationSectionContent> show(RealisationId realisation, Set<ActionId> actions, Words t);

    /**
     * A heading and its content.
     *
     * @param content made by {@code platform.shell.Parts} from a template of the contributor
     */
    record RealisationSectionContent(String title, Content content) {}
}
