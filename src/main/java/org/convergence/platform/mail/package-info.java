/**
 * Mail going out. A letter is written to the outbox in the transaction of the fact that it announces, and carried over
 * SMTP afterwards; without SMTP it waits there. What must not be kept at rest, such as the token of a link, is left out
 * of the letter and completed at the moment of sending. What goes to many goes as a mailing: whether somebody may be
 * written to is not decided here, a {@code SendingRule} is asked, and without one nothing goes. Where letters do not arrive,
 * as servers say, is kept under keyed marks. Main words: letter, outbox, carrier, mailing, bounce.
 */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.jobs",
            "platform.keys",
            "platform.publicform",
            "platform.settings",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
