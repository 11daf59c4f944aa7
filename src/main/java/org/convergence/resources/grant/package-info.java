/**
 * Money asked for: calls and programmes with their deadlines, the decision to apply or not with the net grant, and
 * applications with their questions, answers, budget, approval, sending and outcome. Serves lines 5.1 and 5.3. Main
 * words: call, door, net grant, application, answer, outcome. Hours and capacity are not here ({@code plan.time}), nor
 * what is spent ({@code resources.spending}).
 */
@ApplicationModule(
        displayName = "Grants",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.document",
            "platform.jobs",
            "platform.list",
            "platform.search",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "directory.handover",
            "directory.people",
            "plan.time"
        })
@NullMarked
package org.convergence.resources.grant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
