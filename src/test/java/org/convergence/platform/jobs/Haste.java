package org.convergence.platform.jobs;

import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Someone who does something in the very moment in which a run ends. */
@Component
class Haste {

    volatile Consumer<JobEnded> atEnd = ended -> {};

    @EventListener
    void ended(JobEnded event) {
        atEnd.accept(event);
    }
}
