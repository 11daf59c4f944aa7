/**
 * What comes in by mail: each person has a private address to which she forwards what matters; what arrives waits for her
 * alone until she says that it is an exchange, that it was done, or that it is nothing. Nothing is recorded without her yes,
 * and nothing waits for more than sixty days. Serves line 2.3 and every line whose work arrives by mail. Main words:
 * private address, forwarded mail, waiting, held. The exchanges themselves and what was done are not here, nor outgoing mail.
 */
@ApplicationModule(
        displayName = "Mailbox",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.document",
            "platform.jobs",
            "platform.keys",
            "platform.mail",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "directory.exchange",
            "directory.people",
            "identity",
            "plan.realisation"
        })
@NullMarked
package org.convergence.plan.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
