/**
 * What each member's membership made possible, shown to that member alone: a two-page leaflet made from the
 * realisations in which the member, or an organisation it belonged to on that day, took part. Leaflets are made one by
 * one or for all members of a period in one run, and stored as made. Serves the cross-cutting will to act together, and
 * lines 4.3 and 5.2. Main words: leaflet, story, network (the organisations a member belongs to), run. Memberships are
 * in resources.membership and realisations in plan.realisation; headcounts never appear here.
 */
@ApplicationModule(
        displayName = "Relay",
        allowedDependencies = {
            "platform.audit",
            "platform.document",
            "platform.geography",
            "platform.jobs",
            "platform.list",
            "platform.rendering",
            "directory.people",
            "directory.representative",
            "plan.realisation",
            "resources.membership"
        })
@NullMarked
package org.convergence.resources.impact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
