/**
 * Workshops: the catalogue with outlines and their versions; requests through three doors (a workshop, a question, the
 * notice of one that others organise), answered by a promised day against the hours left and the facilitators who are
 * free: a date, an offered date, or a refusal that offers something else; sessions, one head count, and their anonymous
 * evaluation; letters to facilitators and their notes; orders of printed copies; weeks without school; outlines written with a partner. Serves line 1.2. Main words: workshop, request, facilitator, capacity, session,
 * evaluation. The stock of tools and kits on loan are not here ({@code education.tool}).
 */
@ApplicationModule(
        displayName = "Workshops",
        allowedDependencies = {
            "platform.audit",
            "platform.geography",
            "platform.idempotency",
            "platform.jobs",
            "platform.list",
            "platform.mail",
            "platform.publicform",
            "platform.rendering",
            "platform.search",
            "directory.handover",
            "directory.people",
            "directory.theme",
            "education.tool",
            "outreach.website",
            "plan.actionplan",
            "plan.mailbox",
            "plan.realisation",
            "plan.time",
            "resources.spending"
        })
@NullMarked
package org.convergence.education.workshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
