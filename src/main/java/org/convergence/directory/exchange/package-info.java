/**
 * Exchanges with people: one record for each mail, call, meeting or letter worth remembering, with its day, people and
 * organisations. Entered by hand in half a minute, or kept from a forwarded mail. Serves line 2.3 (the history of every
 * exchange) and successors. Main words: exchange, channel, subject, text. The receiving mailbox is not here, nor what
 * was done: that is a realisation.
 */
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {
            "platform.audit",
            "platform.idempotency",
            "platform.list",
            "platform.search",
            "directory.people"
        })
@NullMarked
package org.convergence.directory.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
