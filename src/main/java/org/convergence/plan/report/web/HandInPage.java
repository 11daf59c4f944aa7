package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * The confirmation before a report is added to the papers of a meeting.
 *
 * @param meetings coming ones
 * @param decisions those that may become agenda items
 * @param blocking what must be corrected first
 * @param files whether the operation also files the report
 */
public record HandInPage(
        ReportFormPage form,
        List<Option> meetings,
        List<Option> decisions,
        List<LacksPage.LackRow> blocking,
        boolean files) {}
