package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/** The form by which a line goes elsewhere in its plan. */
public record MovePage(FormPage form, List<Option> places) {}
