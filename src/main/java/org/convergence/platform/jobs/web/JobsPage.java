package org.convergence.platform.jobs.web;

import java.util.List;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.shell.LongWorkStatus;
import org.convergence.platform.shell.WorkProgress;
import org.jspecify.annotations.Nullable;

/**
 * The runs, the newest first.
 *
 * @param next address of the next page
 * @param later whether this is not the first one
 */
public record JobsPage(List<JobView> runs, @Nullable String next, boolean later) {
    /** One run with its bar. */
    public record JobPage(JobView run, WorkProgress work) {}

    /** Long work in the frame: the number of active runs, and those that ended. */
    public record LongWorkPart(int running, List<LongWorkStatus.FinishedWork> ended) {}
}
