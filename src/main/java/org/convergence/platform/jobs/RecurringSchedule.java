package org.convergence.platform.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import org.springframework.scheduling.support.CronExpression;

/** The times of recurring work, computed each time, since its hour and zone are settings. */
record RecurringSchedule(RecurringWork work) implements Schedule {

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
        if (work.cron().equals(RecurringWork.NEVER)) {
            return NEVER;
        }
        var next = CronExpression.parse(work.cron()).next(moment.atZone(work.zone()));
        return next == null ? NEVER : next.toInstant();
    }
}
