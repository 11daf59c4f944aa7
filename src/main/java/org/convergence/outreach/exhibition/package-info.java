/**
 * Travelling exhibitions on panels: bookings by hosts from interest to return, with days for mounting, dismantling and
 * transport so that two stops never overlap; contracts, condition reports before packing and after unpacking, damage,
 * and people reached; and photographs shown online as long as their consent lasts. Serves line 4.6. Main words: exhibition, booking, stop, circuit, condition report, nail to nail.
 * Kits on loan are not here ({@code education.tool}).
 */
@ApplicationModule(
        displayName = "Exhibitions",
        allowedDependencies = {
            "platform.chart",
            "platform.document",
            "platform.geography",
            "platform.list",
            "platform.publicform",
            "platform.search",
            "directory.handover",
            "directory.people",
            "directory.theme",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.outreach.exhibition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
