/**
 * Partners over time, organisations or people: how far the relation is, who leads on each side, what was agreed, what is
 * due both ways, and since when it is silent; and their requests, weighed, answered by the promised day, which become a
 * project, an application or an appeal, go on elsewhere, or are refused kindly. Serves lines 2.2 and 2.3. Main words: partner, lead, due, request,
 * promised day, refusal. Exchanges are not here ({@code directory.exchange}), nor projects ({@code cooperation.project}).
 */
@ApplicationModule(
        displayName = "Partners",
        allowedDependencies = {
            "platform.audit",
            "platform.geography",
            "platform.jobs",
            "platform.list",
            "platform.publicform",
            "platform.search",
            "directory.exchange",
            "directory.handover",
            "directory.people",
            "directory.theme",
            "plan.mailbox",
            "plan.realisation",
            "resources.appeal",
            "resources.grant",
            "resources.spending",
            "cooperation.project",
            "safety.guide"
        })
@NullMarked
package org.convergence.cooperation.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
