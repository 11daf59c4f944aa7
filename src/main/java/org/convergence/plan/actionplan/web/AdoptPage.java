package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * The form by which a plan is adopted.
 *
 * @param decisions resolutions that may be cited; empty where none is known
 */
public record AdoptPage(FormPage frame, List<Option> decisions) {}
