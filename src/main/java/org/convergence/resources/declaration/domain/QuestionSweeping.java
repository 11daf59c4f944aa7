package org.convergence.resources.declaration.domain;

import org.convergence.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/** Deletes links each night, a week after their round closed (R-L25-23). */
@Component
class QuestionSweeping implements Recurring {

    private final QuestionLinks links;

    QuestionSweeping(QuestionLinks links) {
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
        links.letGo();
    }
}
