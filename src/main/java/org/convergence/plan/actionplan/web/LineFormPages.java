package org.convergence.plan.actionplan.web;

import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.platform.shell.Form;

/** Form pages about a line. */
final class LineFormPages {

    private LineFormPages() {}

    static PlanFormPage page(LineFacts facts, String key, String gesture, Form form) {
        return new PlanFormPage(
                key,
                facts.plan().facts().title(),
                facts.words().label(),
                LineUrls.url(facts.level(), facts.id(), gesture),
                LineUrls.returnUrl(facts),
                form,
                !facts.plan().isDraft(),
                null);
    }
}
