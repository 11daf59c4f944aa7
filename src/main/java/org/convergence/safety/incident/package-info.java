/**
 * Incidents and near misses in three moments: told and noted at once, written and updated, reviewed afterwards. Only the
 * security lead, the president and named people see one; what is told is encrypted. Sexual violence has a form of its
 * own. The board sees figures, without small numbers. Serves line 5.4. Main words: incident, near miss, moment, notice,
 * lesson. Confidentiality incidents are registered in {@code directory.consent}; risks are in {@code safety.risk}.
 */
@ApplicationModule(
        displayName = "Incidents",
        allowedDependencies = {
            "platform.jobs",
            "platform.keys",
            "directory.consent",
            "directory.handover",
            "directory.people",
            "plan.checklist",
            "safety.mission",
            "safety.risk"
        })
@NullMarked
package org.convergence.safety.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
