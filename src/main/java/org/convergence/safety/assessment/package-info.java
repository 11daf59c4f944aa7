/**
 * The yearly self-assessment of safety along a grid: a score with evidence and an action for each line, years side by
 * side, an improvement plan as tasks, and a report for the network. The grid is pasted from a spreadsheet; a base grid is
 * offered. Serves line 5.4. Main words: grid, heading, score, evidence, improvement plan. Incidents are in
 * {@code safety.incident}, risks in {@code safety.risk}.
 */
@ApplicationModule(
        displayName = "Self-assessment",
        allowedDependencies = {"platform.rendering", "directory.people", "plan.checklist", "plan.realisation"})
@NullMarked
package org.convergence.safety.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
