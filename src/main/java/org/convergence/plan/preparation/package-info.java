/**
 * Preparing the plan of the next period (« Préparer l’an prochain »): each line of a plan with what happened and what it
 * cost, what is proposed for it, and what was decided: keep, reword, postpone, withdraw; then the draft made from that.
 * Serves line 5.1 and the two meetings of spring. Main words: proposal, choice, sheet. The copying itself and which line
 * continues which are not here: they are of plan.actionplan.
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
