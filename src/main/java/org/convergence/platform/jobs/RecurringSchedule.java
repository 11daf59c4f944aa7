package org.convergence.platform.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import org.springframework.scheduling.support.CronExpression;

/** The times of a recurring work. Asked anew each time, since its hour and its zone are settings. */
record RecurringSchedule(Recurring work) implements Schedule {

    @Override
    public Instant getNextExecutionTime(ExecutionComplete last) {
        return after(last.getTimeDone());
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return after(now);
    }

    @Override
    public boolean isDeterministic() {
        return true;
    }

    Instant after(Instant moment) {
        var next = CronExpression.parse(work.cron()).next(moment.atZone(work.zone()));
        return next == null ? NEVER : next.toInstant();
    }
}
