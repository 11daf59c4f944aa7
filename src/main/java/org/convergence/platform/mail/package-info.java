/**
 * Outgoing mail. A letter is written to the outbox in the transaction of the fact that it announces, and sent over SMTP
 * afterwards; without SMTP it waits there. Data that must not be stored, such as the token of a link, is completed at
 * the moment of sending. Letters to many go as a mailing: a {@code SendingRule} decides on the recipients, and without
 * one nothing is sent. Addresses with failed deliveries are stored under keyed marks. Main terms: letter, outbox,
 * carrier, mailing, bounce.
 */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.jobs",
            "platform.keys",
            "platform.publicform",
            "platform.redaction",
            "platform.settings",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
