/**
 * Mail going out. A letter is written to the outbox in the transaction of the fact that it announces, and carried over
 * SMTP afterwards; without SMTP it waits there. What must not be kept at rest, such as the token of a link, is left out
 * of the letter and completed at the moment of sending. Main words: letter, outbox, carrier. To whom one may write is
 * not decided here.
 */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.jobs",
            "platform.settings",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
