/**
 * Missions abroad: travellers, legs, approval by advisory level, checklist, sealed medical and emergency data, one
 * printable sheet, and check-ins that escalate when they are missed. Serves lines 5.4, 1.1 and 2.3. Main words: mission,
 * traveller, leg, gate, check-in, escalation, watcher, duress word. A mission that has returned is a realisation. The
 * machine writes only to travellers, the security lead and the president, and names neither place nor people. Advisories
 * are in {@code safety.guide}; expenses in {@code resources.spending}.
 */
@ApplicationModule(
        displayName = "Missions",
        allowedDependencies = {
            "platform.audit",
            "platform.geography",
            "platform.idempotency",
            "platform.jobs",
            "platform.keys",
            "platform.mail",
            "platform.publicform",
            "platform.rendering",
            "platform.search",
            "directory.handover",
            "directory.people",
            "identity",
            "plan.actionplan",
            "plan.checklist",
            "plan.mailbox",
            "plan.realisation",
            "resources.spending",
            "safety.guide"
        })
@NullMarked
package org.convergence.safety.mission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
