/**
 * Narrative reports to funders: a report for a project, a period and a deliverable, in the sections of the funder, each
 * with its instruction, limit and the text of the year before. Facts are inserted as text and stay marked with their
 * source; passages that speak of a partner leave only with the partner's yes. A report is submitted, approved, filed.
 * Serves line 2.1. Main words: section, fact, insertion, passage, answer, filing. Values and realisations are not here
 * ({@code cooperation.project}, {@code plan.realisation}), nor the financial report ({@code resources.spending}), nor the
 * page of the partner ({@code cooperation.fieldwork}).
 */
@ApplicationModule(
        displayName = "Narrative reports",
        allowedDependencies = {
            "platform.audit",
            "platform.document",
            "platform.formfilling",
            "platform.geography",
            "platform.idempotency",
            "platform.list",
            "platform.rendering",
            "platform.search",
            "directory.people",
            "identity",
            "plan.filing",
            "plan.realisation",
            "resources.grant",
            "cooperation.fieldwork",
            "cooperation.project"
        })
@NullMarked
package org.convergence.cooperation.narrative;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
