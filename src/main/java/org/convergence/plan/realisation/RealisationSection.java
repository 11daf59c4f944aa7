package org.convergence.plan.realisation;

import gg.jte.Content;
import java.util.Optional;
import java.util.Set;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.text.Words;

/** A part of the page of something that was done, contributed by the module that knows it: a bean of this type. */
public interface RealisationSection {

    /** Place on the page, in tens. */
    int order();

    /** Without which it is not asked. */
    String permission();

    /** What there is to show of what was done for these actions; empty for nothing. Not asked of what was withdrawn. */
    Optional<Section> show(RealisationId realisation, Set<ActionId> actions, Words t);

    /**
     * A heading and what stands under it.
     *
     * @param content made by {@code platform.shell.Parts} from a template of the contributor
     */
    record Section(String title, Content content) {}
}
