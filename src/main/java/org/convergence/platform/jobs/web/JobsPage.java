package org.convergence.platform.jobs.web;

import java.util.List;
import org.convergence.platform.jobs.JobView;
import org.jspecify.annotations.Nullable;

/**
 * The runs, the newest first.
 *
 * @param next address of the next page
 * @param later whether this is not the first one
 */
public record JobsPage(List<JobView> runs, @Nullable String next, boolean later) {}
