/**
 * Accounts, roles and the ways to sign in: a one-time link by mail, a passkey, a personal token for programs. A role is
 * granted from a date to a date and ends with the post; what a role may do follows from the nature of each permission.
 * Main words: account, role grant, sign-in link, session, token, set-up. An account may be a person of the directory; what
 * the directory knows of her is not here.
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "directory.handover",
            "directory.people",
            "directory.protection",
            "platform.access",
            "platform.audit",
            "platform.command",
            "platform.database",
            "platform.text",
            "platform.settings",
            "platform.shell",
            "platform.mail",
            "platform.jobs"
        })
@NullMarked
package org.convergence.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
