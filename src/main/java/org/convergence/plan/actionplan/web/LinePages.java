package org.convergence.plan.actionplan.web;

import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.platform.shell.Form;

/** Form pages about a line. */
final class LinePages {

    private LinePages() {}

    static FormPage form(LineFacts facts, String key, String gesture, Form form) {
        return new FormPage(
                key,
                facts.plan().facts().title(),
                facts.words().label(),
                LinePlaces.url(facts.level(), facts.id(), gesture),
                LinePlaces.home(facts),
                form,
                !facts.plan().isDraft(),
                null);
    }
}
