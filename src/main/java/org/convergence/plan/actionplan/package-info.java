/**
 * The action plan of an organisation: objectives, means, actions and sub-actions, with the area, conditions, commitment
 * and target of each; its adoption, amendments and follow-up; its progress, computed by rules. Serves every line of the
 * plan. Reading a written plan is in plan.reading; what was done is in plan.realisation and arrives through {@code
 * EvidenceSource}.
 */
@ApplicationModule(
        displayName = "Action plan",
        allowedDependencies = {
            "platform.audit",
            "platform.chart",
            "platform.mail",
            "platform.redaction",
            "platform.rendering",
            "platform.search",
            "platform.table",
            "directory.handover",
            "directory.people"
        })
@NullMarked
package org.convergence.plan.actionplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
