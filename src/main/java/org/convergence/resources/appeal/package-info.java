/**
 * Appeals for gifts: of our own, for a partner, with a restricted fund and the account given back; or relayed for
 * others, without money here. A public page, and a letter to a segment by consent. Serves line 2.2. Main words: appeal,
 * target, account. It knows no donor: gifts are in {@code resources.gift}, money in {@code resources.fund}. On-line payment
 * stays outside.
 */
@ApplicationModule(
        displayName = "Appeals",
        allowedDependencies = {
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "directory.consent",
            "directory.people",
            "directory.segment",
            "plan.realisation",
            "resources.fund",
            "resources.fund :: use-cases",
            "resources.ledger",
            "resources.ledger :: use-cases"
        })
@NullMarked
package org.convergence.resources.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
