package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * The description of a report: the form of a new one, or of a drafted one.
 *
 * @param audience its recipient
 * @param plans to choose from; empty if the plan is fixed
 */
public record ReportDescriptionPage(ReportFormPage form, List<Option> plans, String audience, List<Option> languages) {}
