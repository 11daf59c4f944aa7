/**
 * Projects of cooperation: our role, the partners and what they bring, countries, people reached, the lines of the plan
 * and the agreements that fund them; the logic model, the measurement framework, and the values of indicators, fed by
 * realisations or entered, until they are approved; its decisions, and the link of those who lead it with us. Serves lines 2.1 and 2.2. Main words: project, logic model, result,
 * decision, indicator, baseline, target, value, period. What was done is not here ({@code plan.realisation}), nor money ({@code
 * resources.spending}, {@code resources.grant}), nor the relation with a partner ({@code cooperation.partner}).
 */
@ApplicationModule(
        displayName = "Projects",
        allowedDependencies = {
            "platform.audit",
            "platform.chart",
            "platform.geography",
            "platform.idempotency",
            "platform.imports",
            "platform.imports :: web",
            "platform.jobs",
            "platform.list",
            "platform.publicform",
            "platform.search",
            "directory.handover",
            "directory.people",
            "directory.theme",
            "identity",
            "plan.actionplan",
            "plan.realisation",
            "resources.grant",
            "resources.spending",
            "safety.guide"
        })
@NullMarked
package org.convergence.cooperation.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
