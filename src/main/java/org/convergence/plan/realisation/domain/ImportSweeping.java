package org.convergence.plan.realisation.domain;

import java.time.Clock;
import java.time.Duration;
import org.convergence.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/** Lets the rows of files go after 30 days, whether they came in or were given up; what they recorded stays. */
@Component("pastImportSweeping")
class ImportSweeping implements Recurring {

    private static final Duration KEPT = Duration.ofDays(30);

    private final PastImports imports;
    private final Clock clock;

    ImportSweeping(PastImports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "realisation-import-sweep";
    }

    @Override
    public String cron() {
        return "0 45 3 * * *";
    }

    @Override
    public void run() {
        imports.forget(clock.instant().minus(KEPT));
    }
}
