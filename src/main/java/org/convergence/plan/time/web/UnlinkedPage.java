package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.platform.shell.Tab;

/** What is said to someone whose account is nobody of the directory. */
public record UnlinkedPage(List<Tab> tabs) {}
