/**
 * Organisations are asked for their headcount, and answer: a round for each reference date, with two days that somebody
 * approves, on which every member is asked by mail and the silent are reminded; a link, without an account, on which one
 * number is answered and corrected until the round closes. Serves line 5.2. Main words: round, question, link, silent. An
 * answer is a statement of {@code resources.membership}; nothing is kept twice. What is owed for it is not here
 * ({@code resources.dues}).
 */
@ApplicationModule(
        displayName = "Declaration",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.settings",
            "platform.shell",
            "platform.table",
            "platform.text",
            "directory.people",
            "resources.membership",
            "resources.membership :: use-cases"
        })
@NullMarked
package org.convergence.resources.declaration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
