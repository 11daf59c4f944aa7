/**
 * The press: people of the directory who work for it, by theme and country; releases with their embargo; requests of
 * journalists with the hour until which they wait and what allows us to speak; pick-up and interviews, each a
 * realisation; posts, pasted as links or proposed by the feed of our own site, which make one realisation a month. Serves lines 4.3 and 4.5. Main words: press
 * contact, release, embargo, request, pick-up. Tone is not scored and posts are not written here; public positions are
 * in {@code advocacy.position}.
 */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {
            "platform.document",
            "platform.fetch",
            "platform.geography",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.redaction",
            "directory.consent",
            "directory.consent :: use-cases",
            "directory.handover",
            "directory.people",
            "directory.segment",
            "outreach.website",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.outreach.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
