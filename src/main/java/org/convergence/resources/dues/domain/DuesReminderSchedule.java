package org.convergence.resources.dues.domain;

import java.time.ZoneId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** Sends automatic reminders in the morning of working days, as the system actor. */
@Component
@Recurrence(name = "dues-reminders", cron = "0 15 9 * * MON-FRI")
record DuesReminderSchedule(DuesReminderService reminding, OrganisationSettings settings) implements RecurringWork {

    @Override
    public ZoneId zone() {
        return settings.current().zone();
    }

    @Override
    public void run() {
        CurrentActor.runAs(Actor.system(name()), () -> {
            int posted;
            do {
                posted = reminding.sendAllReminders();
            } while (posted > 0);
        });
    }
}
