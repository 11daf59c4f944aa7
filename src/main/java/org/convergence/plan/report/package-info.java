/**
 * Reports on a plan: the annual report to the assembly, the progress note to the board. Each section has its text, its
 * figures and the realisations behind them; a report is drafted, reviewed, and filed, which freezes it; later
 * corrections show as differences. Serves every line of the plan, and the cross-cutting will to act together. Main
 * words: audience, section, gap (between a target and its progress), left out, filing, edition. Realisations are not
 * here (plan.realisation), nor filings (plan.filing), nor the meetings that receive a note: they implement a {@code
 * PaperDestination}.
 */
@ApplicationModule(
        displayName = "Report",
        allowedDependencies = {
            "platform.audit",
            "platform.chart",
            "platform.document",
            "platform.geography",
            "platform.idempotency",
            "platform.redaction",
            "platform.rendering",
            "platform.search",
            "directory.handover",
            "directory.people",
            "plan.actionplan",
            "plan.filing",
            "plan.realisation",
            "plan.time"
        })
@NullMarked
package org.convergence.plan.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
