/**
 * What the organisation's own website, someone else's software, takes from here: feeds of what is published (Atom, JSON
 * Feed, iCalendar), forms to embed without cookies, plain public pages of the same, and the archive of newsletter
 * issues. Serves lines 4.3 and 4.5. Main words: published entry, feed, site, website request. Modules contribute what
 * they publish as a {@code PublishedEntrySource}. Urgent actions are not here: their pages are withdrawn, and feeds are
 * copied for good.
 */
@ApplicationModule(
        displayName = "Website",
        allowedDependencies = {
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.redaction",
            "directory.consent",
            "directory.consent :: use-cases",
            "directory.exchange",
            "directory.people",
            "directory.people :: use-cases",
            "directory.segment",
            "resources.prospect",
            "resources.prospect :: use-cases"
        })
@NullMarked
package org.convergence.outreach.website;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
