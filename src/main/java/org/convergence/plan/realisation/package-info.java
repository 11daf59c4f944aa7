/**
 * Past and planned realisations: one for each workshop given, meeting held, text published. Entered once, by hand in a
 * minute, from a file of past ones, or by another module through {@code RealisationRecorder}; it is the evidence for
 * the plan's lines and for every report. Serves every line of the plan. Main words: details (title, days, place,
 * organisations, participations), amounts, and plan attribution (the lines served, the narrative). The texts of reports
 * are not here, nor the hours of each person.
 */
@ApplicationModule(
        displayName = "Realisation",
        allowedDependencies = {
            "platform.audit",
            "platform.document",
            "platform.geography",
            "platform.idempotency",
            "platform.imports",
            "platform.imports :: web",
            "platform.jobs",
            "platform.list",
            "platform.search",
            "platform.table",
            "directory.exchange",
            "directory.handover",
            "directory.people",
            "directory.theme",
            "plan.actionplan",
            "plan.portrait"
        })
@NullMarked
package org.convergence.plan.realisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
