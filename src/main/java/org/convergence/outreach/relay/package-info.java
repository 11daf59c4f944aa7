/**
 * Relays: a kit (a text, a picture, its words, a licence, publish before) goes to the communication contact of each
 * organisation, who answers by a link: taken, published, not this time. Evidence comes in degrees: declared, seen, kept;
 * what a site of an organisation lists is proposed as seen.
 * A circulation is the organisation's own dated statement, never an estimate, and no page lists who did not relay.
 * Serves line 4.3. Main words: kit, relay, evidence, circulation. The newsletter is not here ({@code
 * outreach.newsletter}).
 */
@ApplicationModule(
        displayName = "Relays",
        allowedDependencies = {
            "platform.document",
            "platform.fetch",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "directory.consent",
            "directory.handover",
            "directory.people",
            "directory.representative",
            "directory.segment",
            "plan.actionplan",
            "plan.realisation",
            "resources.prospect"
        })
@NullMarked
package org.convergence.outreach.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
