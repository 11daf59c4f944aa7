/**
 * The action plan of an organisation: objectives, means and actions, with the area and the commitment of each. Serves
 * every line of the plan. Reading a written plan is not here (plan.reading), nor what was done (plan.realisation).
 */
@ApplicationModule(
        displayName = "Action plan",
        allowedDependencies = {})
@NullMarked
package org.convergence.plan.actionplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
