/**
 * What each member's membership made possible, told to that member alone: two pages to pass on, made from the realisations
 * in which it took part, or one to which it belonged on that day. Made one by one or for all members of a period in one
 * run, and kept as they were made. Serves the cross-cutting will to act together, and lines 4.3 and 5.2. Main words: leaflet,
 * story, network (to whom a member belongs), run. Who is a member is not here (resources.membership), nor what was done
 * (plan.realisation); how many people anyone has is nowhere in it.
 */
@ApplicationModule(
        displayName = "Relay",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.document",
            "platform.geography",
            "platform.jobs",
            "platform.rendering",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "directory.people",
            "directory.representative",
            "plan.realisation",
            "resources.membership"
        })
@NullMarked
package org.convergence.resources.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
