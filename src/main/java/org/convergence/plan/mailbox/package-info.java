/**
 * Forwarded mail: each user has a private address to forward mail to; it is visible to that user only, until the user
 * records it as an exchange or as a realisation, or discards it. Nothing is recorded without a confirmation, and
 * nothing is stored longer than sixty days. Serves line 2.3 and every line whose work arrives by mail. Main words:
 * private address, forwarded mail, waiting, held. Exchanges, realisations and outgoing mail are not here.
 */
@ApplicationModule(
        displayName = "Mailbox",
        allowedDependencies = {
            "platform.document",
            "platform.jobs",
            "platform.keys",
            "platform.list",
            "platform.mail",
            "directory.exchange",
            "directory.people",
            "identity",
            "plan.realisation"
        })
@NullMarked
package org.convergence.plan.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
