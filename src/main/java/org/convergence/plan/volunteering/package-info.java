/**
 * Tasks offered by link to members, directors and volunteers: what, how many hours, by when, how many people. Anyone who
 * has the link may take one without an account; what was done becomes a realisation with its volunteer hours. Serves
 * the plan's condition, the active involvement of members. Main words: task, place, sign-up. What the team has to do
 * itself is in {@code plan.actionplan} and {@code plan.checklist}.
 */
@ApplicationModule(
        displayName = "Volunteering",
        allowedDependencies = {
            "platform.audit",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.search",
            "directory.handover",
            "directory.people",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.plan.volunteering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
