package org.convergence.plan.preparation.web;

import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The last look before the next plan is made.
 *
 * @param sheet the address of the sheet
 * @param counts how many lines become what
 * @param leaving that somebody who answers for lines is no longer there, {@code null} where nobody leaves
 */
public record MakePage(
        String plan, String sheet, String counts, @Nullable String leaving, Form form) {}
