/**
 * Public positions: speeches, articles, declarations, open letters and briefs, each with what allows us to speak (a
 * resolution, a coalition's decision, a standing policy), read by a second person before it is published, and found
 * again by theme, country and quote. A published position is a realisation. Serves line 3.1. Main words: position,
 * mandate, cited decision, second look. Urgent actions are not here ({@code advocacy.urgentaction}).
 */
@ApplicationModule(
        displayName = "Positions",
        allowedDependencies = {
            "platform.geography",
            "platform.list",
            "platform.publicform",
            "platform.search",
            "advocacy.coalition",
            "directory.people",
            "directory.secondlook",
            "directory.theme",
            "outreach.newsletter",
            "outreach.website",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.advocacy.position;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
