package org.convergence.platform.jobs.web;

import java.util.List;
import org.convergence.platform.shell.LongWorkStatus;

/** Long work in the frame: the number of active runs, and those that ended. */
public record LongWorkPart(int running, List<LongWorkStatus.FinishedWork> ended) {}
