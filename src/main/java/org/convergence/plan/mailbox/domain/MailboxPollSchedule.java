package org.convergence.plan.mailbox.domain;

import org.convergence.platform.jobs.RecurringWork;
import org.springframework.stereotype.Component;

/** Reads the mailbox every three minutes, on one node. */
@Component
record MailboxPollSchedule(MailboxReader mailboxReader) implements RecurringWork {

    @Override
    public String name() {
        return "mailbox-round";
    }

    @Override
    public String cron() {
        return "40 */3 * * * *";
    }

    @Override
    public void run() {
        mailboxReader.read();
    }
}
