package org.convergence.platform.jobs.web;

import java.util.List;
import org.convergence.platform.shell.Underway;

/** Long work in the frame: the number of active runs, and those that ended. */
public record UnderwayPart(int running, List<Underway.Ended> ended) {}
