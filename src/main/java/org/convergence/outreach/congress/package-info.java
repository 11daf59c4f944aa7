/**
 * The unions' year: congresses, councils, assemblies and committees of organisations, and forums of others, with their
 * deadlines as in the notice; who represents us there or presents to a committee, with what to say, what we brought,
 * what was taken up, what came back and what was promised; and passports, model resolutions followed from local to central. Serves lines 4.2 and 4.3. Main words: gathering,
 * deadline, representation, passport, path, step. Our own bodies are not here ({@code outreach.assembly}), nor seats in
 * coalitions ({@code advocacy.coalition}).
 */
@ApplicationModule(
        displayName = "The unions' year",
        allowedDependencies = {
            "platform.list",
            "platform.mail",
            "platform.publicform",
            "platform.rendering",
            "platform.search",
            "directory.handover",
            "directory.people",
            "directory.representative",
            "outreach.website",
            "plan.actionplan",
            "plan.calendar",
            "plan.realisation"
        })
@NullMarked
package org.convergence.outreach.congress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
