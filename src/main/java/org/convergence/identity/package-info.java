/**
 * Accounts, roles and the ways to sign in: a one-time link by mail, a passkey, a personal API token. A role is granted
 * from a date to a date and ends with the post; its permissions follow from the nature of each permission. Main words:
 * account, role grant, sign-in link, session, token, set-up. An account may be linked to a person of the directory; the
 * directory's data is not here.
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "directory.handover",
            "directory.people",
            "directory.protection",
            "platform.audit",
            "platform.command",
            "platform.mail",
            "platform.jobs"
        })
@NullMarked
package org.convergence.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
