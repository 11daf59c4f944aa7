/**
 * The page that a partner opens by a link and a PIN, on an old telephone and without network: it tells what happened,
 * figures, what was spent, a question, and sees what we promised and did, and our report to it. An entry waits until it is accepted, as a
 * realisation or an expense, or returned with a comment. Serves line 2.1. Main words: partner's page, entry, envelope,
 * workbook, draft. The relation with a partner is not here ({@code cooperation.partner}), nor projects ({@code
 * cooperation.project}).
 */
@ApplicationModule(
        displayName = "Partners' pages",
        allowedDependencies = {
            "platform.audit",
            "platform.currency",
            "platform.document",
            "platform.geography",
            "platform.idempotency",
            "platform.imports",
            "platform.imports :: web",
            "platform.jobs",
            "platform.keys",
            "platform.list",
            "platform.offline",
            "platform.publicform",
            "platform.rendering",
            "platform.table",
            "cooperation.partner",
            "cooperation.project",
            "directory.people",
            "plan.actionplan",
            "plan.realisation",
            "resources.spending"
        })
@NullMarked
package org.convergence.cooperation.fieldwork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
