package org.convergence.platform.jobs.web;

import org.convergence.platform.jobs.JobView;
import org.convergence.platform.shell.Work;

/** One run with its bar. */
public record JobPage(JobView run, Work work) {}
