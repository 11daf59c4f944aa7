/**
 * The directory: people, organisations, the functions that people hold in them, and dated affiliations between
 * organisations. Names are found as people type them: without accents, with a typing error, in any inclusive form.
 * Serves every line of the plan that involves others; 4.3 first. A decision (body, date, number) is a value here.
 * Duplicates are merged here, and people are erased at their request, through {@code AllIdentityReferences}.
 * Membership, dues and consents are not here: higher modules own them, and declare {@code IdentityReferences} for their
 * rows.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {
            "platform.audit",
            "platform.document",
            "platform.geography",
            "platform.idempotency",
            "platform.imports",
            "platform.imports :: web",
            "platform.jobs",
            "platform.keys",
            "platform.list",
            "platform.mail",
            "platform.redaction",
            "platform.search",
            "platform.table"
        })
@NullMarked
package org.convergence.directory.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
