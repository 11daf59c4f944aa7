/**
 * Hand-over: when a person leaves, one page lists everything they hold with its deadlines; it passes to a successor in
 * one operation, with a note; what cannot pass ends on the last day, or is listed for the people who decide. A
 * newcomer's first page shows what they hold, how things are done here and what was done before. Serves the team's
 * condition: half of it is always new. Main words: hand-over, holding, successor, note, pack. The held things are not
 * here: each module contributes them by a {@code Holding}, and their background by a {@code HandoverBackgroundSource}.
 */
@ApplicationModule(
        displayName = "Hand-over",
        allowedDependencies = {"platform.audit", "platform.mail", "platform.rendering", "directory.people"})
@NullMarked
package org.convergence.directory.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
