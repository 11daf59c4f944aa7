package org.convergence.plan.mailbox.domain;

import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Reads the mailbox every three minutes, on one node. */
@Component
@Recurrence(name = "mailbox-round", cron = "40 */3 * * * *")
record MailboxPollSchedule(MailboxReader mailboxReader) implements RecurringWork {

    @Override
    public void run() {
        mailboxReader.read();
    }
}
