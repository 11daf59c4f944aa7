package org.convergence.platform.jobs;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Use cases on runs: people see their own; with {@link JobPermissions#WATCH}, all. */
@Service
@Requires(JobPermissions.OWN)
public class JobRunService {

    private final JobRunQueries jobRunQueries;
    private final JobQueue jobs;
    private final JobStatusCache statusCache;

    JobRunService(JobRunQueries jobRunQueries, JobQueue jobs, JobStatusCache statusCache) {
        this.jobRunQueries = jobRunQueries;
        this.jobs = jobs;
        this.statusCache = statusCache;
    }

    /**
     * A part of the list, newest first.
     *
     * @param next where the next part begins, {@code null} on the last one
     */
    public record JobRunList(List<JobView> runs, @Nullable Keyset next) {}

    /** The runs queued before a position in the list; the newest if it is {@code null}. */
    public JobRunList findPage(@Nullable Keyset after, int limit) {
        List<JobView> runs = jobRunQueries.findLatest(owner(), after, limit + 1);
        if (runs.size() <= limit) {
            return new JobRunList(runs, null);
        }
        JobView last = runs.get(limit - 1);
        return new JobRunList(runs.subList(0, limit), Keyset.of(last.queuedAt(), last.id()));
    }

    /** @throws NotFound if there is no such run, or it belongs to another account */
    public JobView findById(UUID run) {
        return jobRunQueries.findById(run).filter(JobRunService::isVisible).orElseThrow(() -> new NotFound("run"));
    }

    /**
     * Marks the end of a run as not yet announced: the page that showed it is reloaded, and the next one announces it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void notifyAgain(UUID run) {
        if (CurrentActor.get().id().equals(findById(run).whoId())) {
            statusCache.notifyAgain(run);
        }
    }

    @Transactional
    public void stop(UUID run) {
        jobs.stop(findById(run).id());
    }

    /** Resumes a run from its position, as the person who requested it. */
    @Transactional
    public void resume(UUID run) {
        jobs.resume(findById(run).id());
    }

    private static @Nullable UUID owner() {
        Actor actor = CurrentActor.get();
        return actor.may(JobPermissions.WATCH) ? null : actor.id();
    }

    private static boolean isVisible(JobView run) {
        UUID owner = owner();
        return owner == null || run.whoId().equals(owner);
    }
}
