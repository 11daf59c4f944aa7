package org.convergence.platform.jobs;

import java.util.function.Consumer;
import org.convergence.platform.jobs.JobRunner.JobEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs an action at the moment at which a run ends. */
@Component
class ActionAtRunEnd {

    volatile Consumer<JobEnded> atEnd = ended -> {};

    @EventListener
    void ended(JobEnded event) {
        atEnd.accept(event);
    }
}
