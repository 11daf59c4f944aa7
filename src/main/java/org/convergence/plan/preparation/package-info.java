/**
 * Prepares the plan of the next period (« Préparer l’an prochain »): each line of a plan with its results and hours,
 * the proposal for it, and the decision (keep, reword, postpone, withdraw); then the draft made from these. Before that,
 * the year itself: what will not be done, seen from its middle, and what is missing at its end, which modules contribute
 * by a {@code YearEndCheck}. Serves line 5.1 and the two meetings of spring. Main words: proposal, choice, sheet, risk,
 * missing. Copying the plan, and which line continues
 * which, are in plan.actionplan.
 */
@ApplicationModule(
        displayName = "Preparation of the next plan",
        allowedDependencies = {
            "platform.audit",
            "platform.idempotency",
            "platform.rendering",
            "plan.actionplan",
            "plan.report",
            "plan.time"
        })
@NullMarked
package org.convergence.plan.preparation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
