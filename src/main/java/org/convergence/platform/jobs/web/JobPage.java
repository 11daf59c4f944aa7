package org.convergence.platform.jobs.web;

import org.convergence.platform.jobs.JobView;
import org.convergence.platform.shell.WorkProgress;

/** One run with its bar. */
public record JobPage(JobView run, WorkProgress work) {}
