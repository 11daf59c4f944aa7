package org.convergence.directory.people.domain.merging;

import org.convergence.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/** Each night: what was kept for undoing goes after thirty days (R-L25-23); that someone was replaced stays. */
@Component
class ReplacementSweeping implements Recurring {

    private final Aliases aliases;

    ReplacementSweeping(Aliases aliases) {
        this.aliases = aliases;
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
    }
}
