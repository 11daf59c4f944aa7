/**
 * Country watch: what is learned about a country, from a pasted link or text, a partner's note, or a feed that proposes
 * three entries a week; each with a line of context, how sure it is, its audience, its end, and where it leads; the
 * context of countries; and the digests both ways. Serves line 2.4. Main words: item, note, feed, proposal, context,
 * digest. A partner's note stays with the team until she says yes to its words. The advisories and the country's page are
 * not here ({@code safety.guide}); this module contributes to that page.
 */
@ApplicationModule(
        displayName = "Country watch",
        allowedDependencies = {
            "platform.fetch",
            "platform.geography",
            "platform.jobs",
            "platform.list",
            "platform.publicform",
            "platform.search",
            "directory.people",
            "directory.theme",
            "plan.mailbox",
            "plan.realisation",
            "safety.guide",
            "outreach.newsletter"
        })
@NullMarked
package org.convergence.cooperation.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
