/**
 * Who is who: people, the organisations they come from, the functions they hold there, and how organisations belong to
 * one another from day to day. Found by names as people type them: without accents, with a slip, in any inclusive form.
 * Serves every line of the plan that is done with others; 4.3 first. A decision (body, date, number) is a value here.
 * Two records of one are made one here, and who asks for it is forgotten, through every {@code IdentityReference}.
 * Membership, dues and consents are not here: they come above, and answer {@code IdentityReference} for the rows that
 * point to someone.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.document",
            "platform.geography",
            "platform.idempotency",
            "platform.imports",
            "platform.imports :: web",
            "platform.jobs",
            "platform.keys",
            "platform.mail",
            "platform.redaction",
            "platform.search",
            "platform.settings",
            "platform.shell",
            "platform.table",
            "platform.text"
        })
@NullMarked
package org.convergence.directory.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
