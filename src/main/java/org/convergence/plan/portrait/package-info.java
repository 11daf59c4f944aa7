/**
 * The portrait of an organisation for its network: a signed file of totals with their definitions, without any person,
 * and the sum of the files of several organisations, in which an activity held by two counts once. Serves every line of
 * the plan, and the cross-cutting will to act together. Main words: portrait, figure, definition, shared activity,
 * left out. The figures come from the modules that have them ({@code PortraitSource}); nothing is stored here.
 */
@ApplicationModule(
        displayName = "Portrait",
        allowedDependencies = {"platform.keys", "platform.publicform", "plan.actionplan"})
@NullMarked
package org.convergence.plan.portrait;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
