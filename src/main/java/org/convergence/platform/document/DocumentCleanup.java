package org.convergence.platform.document;

import java.time.Clock;
import java.time.Instant;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Deletes documents discarded more than a day ago, and those unclaimed for a month. */
@Component
@Recurrence(name = "document.tidy", cron = "0 40 * * * *")
record DocumentCleanup(DocumentRepository store, Clock clock) implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentCleanup.class);

    @Override
    public void run() {
        Instant discarded = clock.instant().minus(DocumentService.LAG);
        Instant unclaimed = clock.instant().minus(DocumentService.UNCLAIMED);
        for (DocumentId id : store.findExpired(discarded, unclaimed)) {
            try {
                store.delete(id, discarded, unclaimed);
            } catch (DataIntegrityViolationException heldByAnother) {
                LOG.warn("A discarded document is still referenced and is kept");
            }
        }
    }
}
