/**
 * The bodies of the organisation: board, executive, general assembly, committees. Their rules and seats over time; a
 * meeting from its date to its signed minutes: notice, agenda and papers by one link, attendance and quorum, minutes
 * typed live, numbered resolutions, and follow-ups that return until they are closed. Serves line 4.1. Main words:
 * body, seat, mandate, meeting, notice, item, resolution, follow-up, consultation. Plans and rates adopted by a
 * resolution are not here: they cite it through {@code DecisionLookup}.
 */
@ApplicationModule(
        displayName = "Assembly",
        allowedDependencies = {
            "platform.audit",
            "platform.document",
            "platform.door",
            "platform.geography",
            "platform.idempotency",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.rendering",
            "platform.search",
            "directory.handover",
            "directory.people",
            "directory.segment",
            "plan.actionplan",
            "plan.mailbox",
            "plan.realisation",
            "plan.report"
        })
@NullMarked
package org.convergence.outreach.assembly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
