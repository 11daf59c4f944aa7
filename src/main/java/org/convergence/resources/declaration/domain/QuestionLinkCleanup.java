package org.convergence.resources.declaration.domain;

import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Deletes links each night, a week after their round closed (R-L25-23). */
@Component
class QuestionLinkCleanup implements RecurringWork {

    private final QuestionLinkService links;

    QuestionLinkCleanup(QuestionLinkService links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "declaration-sweep";
    }

    @Override
    public String cron() {
        return "0 45 4 * * *";
    }

    @Override
    public void run() {
        links.deleteExpired();
    }
}
