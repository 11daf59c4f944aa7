/**
 * The newsletter: an issue from its blocks to what came of it. Blocks in several languages side by side, stale ones
 * marked; sent to a segment, now or later, paused, resumed or stopped; each person with a letter or the reason why there
 * is none. Serves line 4.3. Main words: issue, block, edition, recipient. No pixel and no rewritten link: what came of it
 * is delivered, bounced, unsubscribed, replied, never opened. Segments and consent are not here ({@code
 * directory.segment}), nor kits for bulletins ({@code outreach.relay}).
 */
@ApplicationModule(
        displayName = "Newsletter",
        allowedDependencies = {
            "platform.document",
            "platform.idempotency",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.redaction",
            "platform.search",
            "platform.table",
            "directory.consent",
            "directory.people",
            "directory.secondlook",
            "directory.segment",
            "identity",
            "outreach.website",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.outreach.newsletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
