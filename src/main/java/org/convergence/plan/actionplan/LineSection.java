package org.convergence.plan.actionplan;

import gg.jte.Content;
import java.util.Optional;
import org.convergence.platform.text.Words;

/**
 * A part of the page of an action, contributed by the module that knows it (its realisations, its documents …): a bean
 * of this type. Asked at each opening of the page.
 */
public interface LineSection {

    /** Place on the page, in tens. */
    int order();

    /** Without which it is not asked. */
    String permission();

    /** What there is to show of the action and its sub-actions; empty for nothing. */
    Optional<Section> show(PlanLine action, Words t);

    /**
     * A heading and what stands under it.
     *
     * @param content made by {@code platform.shell.Parts} from a template of the contributor
     */
    record Section(String title, Content content) {}
}
