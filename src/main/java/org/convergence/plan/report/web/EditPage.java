package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * What a report is: the form of a new one, or of one that is drafted.
 *
 * @param audience to whom it is owed
 * @param plans to choose from; empty where the plan stays
 */
public record EditPage(FormPage form, List<Option> plans, String audience, List<Option> languages) {}
