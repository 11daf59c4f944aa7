package org.convergence.directory.people.domain.merging;

import org.convergence.directory.people.domain.StruckOut;
import org.convergence.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/**
 * Deletes undo data after thirty days, aliases staying, and redacts the history of deleted people after a week
 * (R-L25-23); runs each night.
 */
@Component
class ReplacementSweeping implements Recurring {

    private final Aliases aliases;
    private final StruckOut struckOut;

    ReplacementSweeping(Aliases aliases, StruckOut struckOut) {
        this.aliases = aliases;
        this.struckOut = struckOut;
    }

    @Override
    public String name() {
        return "people-sweep";
    }

    @Override
    public String cron() {
        return "0 35 4 * * *";
    }

    @Override
    public void run() {
        aliases.letGo();
        struckOut.letGo();
    }
}
