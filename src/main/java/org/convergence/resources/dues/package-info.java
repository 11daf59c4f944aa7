/**
 * What members owe, and why: rates adopted by a decision, by category, from a day on; the yearly call, computed on one
 * reference date, previewed, issued once, reminded of and revised by later headcounts. Serves line 5.2. Main words:
 * rate, bracket, call, share, arrangement, revision. Not here: memberships and headcounts (resources.membership),
 * invoices and payments (resources.ledger).
 */
@ApplicationModule(
        displayName = "Dues",
        allowedDependencies = {
            "platform.audit",
            "platform.document",
            "platform.idempotency",
            "platform.jobs",
            "platform.mail",
            "platform.rendering",
            "platform.table",
            "directory.consent",
            "directory.people",
            "plan.realisation",
            "resources.ledger",
            "resources.ledger :: use-cases",
            "resources.membership",
            "resources.membership :: use-cases",
            "resources.impact"
        })
@NullMarked
package org.convergence.resources.dues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
