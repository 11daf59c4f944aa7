package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/** The form that moves a line within its plan. */
public record LineMovePage(PlanFormPage form, List<Option> places) {}
