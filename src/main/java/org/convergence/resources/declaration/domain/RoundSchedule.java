package org.convergence.resources.declaration.domain;

import java.time.ZoneId;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what approved rounds require, hourly from 8 to 11 on weekdays in the organisation's time zone. */
@Component
class RoundSchedule implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(RoundSchedule.class);

    private final RoundRepository rounds;
    private final RoundSender roundSender;
    private final OrganisationSettings settings;
    private final TransactionTemplate transactions;

    RoundSchedule(
            RoundRepository rounds,
            RoundSender roundSender,
            OrganisationSettings settings,
            PlatformTransactionManager transactions) {
        this.rounds = rounds;
        this.roundSender = roundSender;
        this.settings = settings;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "declaration-rounds";
    }

    @Override
    public String cron() {
        return "0 0 8-11 * * MON-FRI";
    }

    @Override
    public ZoneId zone() {
        return settings.current().zone();
    }

    @Override
    public void run() {
        for (Round round : rounds.findAllByOrderByCountedOnDesc()) {
            // Read again under a lock: its approval may have been withdrawn meanwhile.
            Integer asked = transactions.execute(status -> rounds.findLockedById(round.id())
                    .map(current -> roundSender.send(current, settings.today()))
                    .orElse(0));
            if (asked != null && asked > 0) {
                LOG.info("{} organisations were asked for their headcount", asked);
            }
        }
    }
}
