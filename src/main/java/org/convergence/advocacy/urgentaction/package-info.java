/**
 * Urgent actions: a partner's alert becomes letters and a public page within half an hour. None leaves without the yes
 * of the person concerned, or of the partner, to these words and for this long, and without a second person's check of
 * the risk. Organisations sign by a public form; their members are counted once. Expiry withdraws the page and asks for
 * the outcome. Serves line 3.1. Main words: alert, wording, consent, risk tier, target, sign-on, account. Petitions are
 * never collected here (R-ADV-5), and no identical mail is sent in the name of many (R-ADV-7).
 */
@ApplicationModule(
        displayName = "Urgent actions",
        allowedDependencies = {
            "platform.geography",
            "platform.idempotency",
            "platform.jobs",
            "platform.list",
            "platform.mail",
            "platform.publicform",
            "platform.search",
            "directory.consent",
            "directory.handover",
            "directory.people",
            "directory.segment",
            "directory.theme",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.advocacy.urgentaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
