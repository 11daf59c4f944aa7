package org.convergence.plan.report.web;

import java.util.List;

/**
 * Before a report is filed.
 *
 * @param blocking what must be put right first
 * @param rest what is missing and can stay so
 */
public record FilePage(FormPage form, List<LacksPage.Row> blocking, List<LacksPage.Row> rest) {}
