/**
 * To whom one may write, about what, and why: consents given, withdrawn and computed, person by person, channel by channel,
 * purpose by purpose. Consent is law here, not a box: each row says on what it rests, in which words, how, and until when,
 * and is never changed; a withdrawal is a row of its own and outlives whoever is forgotten, as a keyed mark of her
 * address. Serves every line that writes to people, 4.3 first. Main words: basis, purpose, ground, ledger, preferences.
 * What others know (a membership, a ticket) is not copied here: they answer {@code ConsentBasis}. They answer for letters to many too ({@code SendingRule}); sending itself is not here.
 */
@ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.geography",
            "platform.idempotency",
            "platform.keys",
            "platform.mail",
            "platform.publicform",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "directory.people"
        })
@NullMarked
package org.convergence.directory.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
