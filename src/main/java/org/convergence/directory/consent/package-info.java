/**
 * Consent: whether a person may be written to, about what, and why: consents given, withdrawn and computed, by person,
 * channel and purpose. Each row states its basis, wording, method and end, and never changes; a withdrawal is a row of
 * its own and outlives an erased person as a keyed mark of the address. Serves every line that writes to people, 4.3
 * first. Main words: basis, purpose, ground, ledger, preferences. What other modules know (a membership, a ticket) is
 * not copied here: they implement {@code ConsentGroundSource}. Mailings are checked by a {@code SendingRule}; sending
 * itself is not here.
 */
@ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {
            "platform.audit",
            "platform.geography",
            "platform.idempotency",
            "platform.keys",
            "platform.list",
            "platform.mail",
            "platform.publicform",
            "directory.people"
        })
@NullMarked
package org.convergence.directory.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
