/**
 * Dialogue with decision-makers: who they are and in which office, what we ask of them, meetings and letters, what they
 * promised; and the hours that the lobby registers ask for, noted as a by-product. Serves line 3.2. Main words:
 * decision-maker, mandate, ask, act, commitment, register. Public positions, urgent actions, coalitions and treaties are
 * not here.
 */
@ApplicationModule(
        displayName = "Dialogue with decision-makers",
        allowedDependencies = {
            "platform.idempotency",
            "platform.imports",
            "platform.imports :: web",
            "platform.jobs",
            "platform.list",
            "platform.search",
            "directory.handover",
            "directory.people",
            "directory.people :: use-cases",
            "directory.theme",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.advocacy.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
