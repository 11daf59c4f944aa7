package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * The form that adopts a plan.
 *
 * @param decisions resolutions that may be cited; empty if none is known
 */
public record PlanAdoptionPage(PlanFormPage frame, List<Option> decisions) {}
