/**
 * Tools of education: editions with licence and legal deposit, printed copies and where they lie, hand-outs by setting
 * and region, kits lent and returned with a head count. Serves line 1.4. Main words: tool, edition, batch, hand-out,
 * loan, reorder point, consent of people shown, download. Workshops are in {@code education.workshop}.
 */
@ApplicationModule(
        displayName = "Tools",
        allowedDependencies = {
            "platform.geography",
            "platform.publicform",
            "directory.handover",
            "directory.people",
            "directory.theme",
            "outreach.congress",
            "plan.checklist",
            "plan.portrait",
            "plan.realisation",
            "resources.prospect"
        })
@NullMarked
package org.convergence.education.tool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
