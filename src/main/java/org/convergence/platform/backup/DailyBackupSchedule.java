package org.convergence.platform.backup;

import java.time.LocalTime;
import java.time.ZoneId;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** Queues the daily backup at its time. */
@Component
record DailyBackupSchedule(JobQueue jobs, OrganisationSettings settings, BackupSettings backups)
        implements RecurringWork {

    @Override
    public String name() {
        return "backup.daily";
    }

    @Override
    public String cron() {
        LocalTime hour = backups.hour();
        return hour == null ? NEVER : "0 " + hour.getMinute() + " " + hour.getHour() + " * * *";
    }

    @Override
    public ZoneId zone() {
        return settings.current().zone();
    }

    @Override
    public void run() {
        jobs.submit(JobRequest.of(
                        BackupJob.KIND, "backup.job.daily", new BackupJob.BackupParameters(BackupReason.DAILY, null))
                .once("backup"));
    }
}
