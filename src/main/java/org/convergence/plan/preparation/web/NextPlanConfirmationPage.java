package org.convergence.plan.preparation.web;

import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The confirmation page before the next plan is created.
 *
 * @param sheet the address of the sheet
 * @param counts number of lines by outcome
 * @param leaving a warning about leaving responsible people, {@code null} if there are none
 */
public record NextPlanConfirmationPage(
        String plan, String sheet, String counts, @Nullable String leaving, Form form) {}
