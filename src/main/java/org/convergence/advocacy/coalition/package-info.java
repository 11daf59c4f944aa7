/**
 * Coalitions and allied groups, those of the people concerned first: who sits for us with which mandate, what we owe,
 * positions taken in our name, and acts with our part told apart. Serves line 3.3. Main words: coalition, seat, mandate,
 * power, contribution, meeting, minutes, our part. Our own positions are not here, nor the meetings of our bodies.
 */
@ApplicationModule(
        displayName = "Coalitions",
        allowedDependencies = {
            "platform.document",
            "platform.search",
            "directory.handover",
            "directory.people",
            "plan.actionplan",
            "plan.realisation",
            "plan.time"
        })
@NullMarked
package org.convergence.advocacy.coalition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
