package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Option;

/**
 * Before a report is put in the papers of a meeting.
 *
 * @param meetings those that come
 * @param decisions those that may become points of the agenda
 * @param blocking what must be put right first
 * @param files whether the gesture files it too
 */
public record HandInPage(
        FormPage form, List<Option> meetings, List<Option> decisions, List<LacksPage.Row> blocking, boolean files) {}
