/**
 * The risk register: threats with what is exposed, where, likelihood and impact before and after measures, the person
 * in charge and the day of the next review; one page, reviewed by the board in one act. Serves line 5.4. Main words:
 * risk, threat, measure, residual score, review. Missions and their approval are in {@code safety.mission}.
 */
@ApplicationModule(
        displayName = "Risk register",
        allowedDependencies = {"platform.rendering", "platform.search", "directory.handover", "directory.people"})
@NullMarked
package org.convergence.safety.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
