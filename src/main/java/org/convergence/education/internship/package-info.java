/**
 * Inter-union internships: a call with published criteria, files that two readers score blind, the choice of the
 * committee, letters, the host, and the cohort from the release by the sending union to the return activities, which interns
 * record by a link. Serves line 1.1. Main words: call, file, reading, interview, training, quota, cohort, release, return activity. A
 * departure is a mission ({@code safety.mission}), preparation gates are a checklist ({@code plan.checklist}).
 */
@ApplicationModule(
        displayName = "Internships",
        allowedDependencies = {
            "platform.audit",
            "platform.geography",
            "platform.idempotency",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.rendering",
            "directory.handover",
            "directory.people",
            "directory.representative",
            "directory.theme",
            "identity",
            "plan.actionplan",
            "plan.checklist",
            "plan.realisation",
            "resources.match"
        })
@NullMarked
package org.convergence.education.internship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
