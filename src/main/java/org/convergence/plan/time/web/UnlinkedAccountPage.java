package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.platform.shell.Tab;

/** The page for an account that is not linked to a person of the directory. */
public record UnlinkedAccountPage(List<Tab> tabs) {}
