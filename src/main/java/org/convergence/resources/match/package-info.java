/**
 * The match that an agreement asks for beside the funder's money: what the clause asks, in cash and in kind, what is
 * promised, confirmed, used by filed reports and left to find; its sources, each used once over all agreements: hours of
 * volunteers, releases paid by unions, gifts in kind with the giver's statement, money of our own or of another funder;
 * and the stacking of public money. Serves lines 5.2 and 5.3. Main words: match, clause, source, statement, stacking.
 * Hours belong to {@code plan.time} and {@code plan.realisation}, amounts by line to {@code resources.spending}.
 */
@ApplicationModule(
        displayName = "Match",
        allowedDependencies = {"platform.rendering", "directory.people", "resources.grant", "resources.spending"})
@NullMarked
package org.convergence.resources.match;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
