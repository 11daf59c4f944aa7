package org.convergence.plan.mailbox.domain;

import org.convergence.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/** Reads the mailbox every three minutes, on one node. */
@Component
class PostRounds implements Recurring {

    private final PostRound round;

    PostRounds(PostRound round) {
        this.round = round;
    }

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
        round.read();
    }
}
