/**
 * Membership of the organisation: categories as the by-laws name them, admissions and their decisions, and the
 * headcounts that organisations declare, each with its day, author and evidence. Serves lines 4.5 and 5.2. Main words:
 * category, membership, admission, headcount. Admitted, in good standing and paid are three facts, shown side by side:
 * the last two come from the module that implements {@code StandingSource}. Membership of a person is a basis to write
 * to that person ({@code ConsentGroundSource}).
 */
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {
            "platform.audit",
            "platform.idempotency",
            "platform.imports",
            "platform.imports :: web",
            "platform.jobs",
            "platform.list",
            "platform.publicform",
            "platform.table",
            "directory.consent",
            "directory.consent :: use-cases",
            "directory.people",
            "directory.people :: imports",
            "directory.segment",
            "directory.representative",
            "plan.portrait"
        })
@NullMarked
package org.convergence.resources.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
