/**
 * Rounds that ask organisations for their headcount: one per reference date, with two approved days on which every
 * member is asked by mail and silent ones are reminded; and a link, without an account, to answer one number and
 * correct it until the round closes. Serves line 5.2. Main words: round, question, link, silent. An answer is a
 * statement of {@code resources.membership}; nothing is stored twice. The dues that follow are not here ({@code
 * resources.dues}).
 */
@ApplicationModule(
        displayName = "Declaration",
        allowedDependencies = {
            "platform.audit",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.table",
            "directory.people",
            "resources.membership",
            "resources.membership :: use-cases"
        })
@NullMarked
package org.convergence.resources.declaration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
