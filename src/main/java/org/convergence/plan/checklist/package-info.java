/**
 * Checklists: items with a person in charge, a due day and a proof, attached to a record of any module by its
 * reference. The module of the record says who may see and change it ({@code ChecklistSubject}) and embeds the list in
 * its page. Serves every line of the plan. Main words: item, subject, proof. What an item is about is not here.
 */
@ApplicationModule(
        displayName = "Checklists",
        allowedDependencies = {"platform.document", "directory.handover", "directory.people"})
@NullMarked
package org.convergence.plan.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
