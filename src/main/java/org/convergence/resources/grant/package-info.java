/**
 * Money asked for and granted: calls and programmes with their deadlines, the decision to apply or not with the net
 * grant, applications with their questions, answers, budget, approval, sending and outcome; and agreements with their
 * lines, instalments, deliverables and caps. Serves lines 2.1, 5.1 and 5.3. Main words: call, door, net grant,
 * application, answer, outcome, agreement, instalment, deliverable, transfer, cap, stacking. An instalment received
 * is a payment of {@code resources.ledger}. Hours and capacity are not
 * here ({@code plan.time}), nor amounts by line and expenses ({@code resources.spending}); projects point at agreements,
 * which know no project.
 */
@ApplicationModule(
        displayName = "Grants",
        allowedDependencies = {
            "platform.audit",
            "platform.chart",
            "platform.currency",
            "platform.document",
            "platform.idempotency",
            "platform.jobs",
            "platform.list",
            "platform.rendering",
            "platform.search",
            "identity",
            "directory.handover",
            "directory.people",
            "directory.secondlook",
            "plan.realisation",
            "plan.time",
            "resources.ledger",
            "resources.ledger :: use-cases",
            "resources.spending"
        })
@NullMarked
package org.convergence.resources.grant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
