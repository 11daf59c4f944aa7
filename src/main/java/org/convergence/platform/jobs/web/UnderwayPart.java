package org.convergence.platform.jobs.web;

import java.util.List;
import org.convergence.platform.shell.Underway;

/** What the frame tells of long work: how many runs go on, and those that ended. */
public record UnderwayPart(int running, List<Underway.Ended> ended) {}
