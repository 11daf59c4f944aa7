/**
 * Events: a conference, a benefit evening, a meeting. People register without an account under a quota by mode, groups
 * whole or not at all; those who come too late wait and are offered seats that free themselves. Organisations buy tables
 * and name their guests later. At the door guests are checked in by name or code; the head count becomes a realisation.
 * Its programme names speakers who agreed; letters remind those expected and thank those who came.
 * Sponsors are accepted by a decision, and what they are promised is a task. The takings of the night are payments of the
 * ledger, and what was spent are its expenses.
 * Serves lines 1.1 and 4.6. Main words: event, quota, order, seat, guest, need, offer, check-in, sponsorship, taking. Invoices and payments
 * are not here ({@code resources.ledger}), nor single tickets sold elsewhere.
 */
@ApplicationModule(
        displayName = "Events",
        allowedDependencies = {
            "platform.audit",
            "platform.currency",
            "platform.door",
            "platform.imports",
            "platform.imports :: web",
            "platform.idempotency",
            "platform.jobs",
            "platform.list",
            "platform.mail",
            "platform.publicform",
            "platform.rendering",
            "platform.search",
            "directory.people",
            "outreach.website",
            "plan.actionplan",
            "plan.checklist",
            "plan.realisation",
            "resources.ledger",
            "resources.ledger :: use-cases",
            "resources.spending"
        })
@NullMarked
package org.convergence.outreach.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
