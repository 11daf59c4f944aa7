/**
 * The life of the organisation's bodies: board, executive, general assembly, committees. Their rules and seats from day
 * to day; a meeting from its date to its signed minutes: notice, agenda and papers by one link, who was there and whether
 * that was enough, minutes typed live, numbered resolutions, and follow-ups that come back until they are done. Serves
 * line 4.1. Main words: body, seat, mandate, meeting, notice, item, resolution, follow-up, consultation. The plan that a
 * resolution adopts is not here, nor the rates: they cite it through {@code DecisionLookup}.
 */
@ApplicationModule(
        displayName = "Assembly",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.document",
            "platform.geography",
            "platform.idempotency",
            "platform.mail",
            "platform.rendering",
            "platform.search",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "directory.handover",
            "directory.people",
            "plan.actionplan",
            "plan.realisation",
            "plan.report"
        })
@NullMarked
package org.convergence.outreach.assembly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
