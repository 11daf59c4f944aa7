/**
 * Prepares the plan of the next period (« Préparer l’an prochain »): each line of a plan with its results and hours,
 * the proposal for it, and the decision (keep, reword, postpone, withdraw); then the draft made from these. Serves line
 * 5.1 and the two meetings of spring. Main words: proposal, choice, sheet. Copying the plan, and which line continues
 * which, are in plan.actionplan.
 */
@ApplicationModule(
        displayName = "Preparation of the next plan",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.idempotency",
            "platform.rendering",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "plan.actionplan",
            "plan.report",
            "plan.time"
        })
@NullMarked
package org.convergence.plan.preparation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
