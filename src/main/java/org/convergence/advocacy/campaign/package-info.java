/**
 * Campaigns led by others, with our part told apart: what the campaign did and obtained, with its source; and what we
 * relayed, the letters, the members mobilised and our hours, each of which is a realisation. Serves line 1.4. Main words:
 * campaign, leader, what it did, our part. Coalitions and seats in them are in {@code advocacy.coalition}, our own urgent
 * actions in {@code advocacy.urgentaction}.
 */
@ApplicationModule(
        displayName = "Campaigns",
        allowedDependencies = {
            "platform.search",
            "directory.people",
            "directory.theme",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.advocacy.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
