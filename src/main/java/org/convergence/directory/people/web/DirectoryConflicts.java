package org.convergence.directory.people.web;

import java.util.List;
import java.util.function.BiFunction;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;

/** Compares the two versions of an edit conflict; all contact points are compared as one field. */
final class DirectoryConflicts {

    private DirectoryConflicts() {}

    /**
     * The conflict to show in the form.
     *
     * @param mine the typed form
     * @param before the form as it was opened
     * @param theirs the form as it would open now
     * @param changes with their authors, latest first
     */
    static Conflict between(
            Form mine,
            int since,
            Form before,
            Form theirs,
            List<AuditEntry> changes,
            List<String> fields,
            BiFunction<String, String, String> shown) {
        String who = changes.isEmpty() ? null : changes.get(0).who();
        return Conflict.merge(
                ContactPointForm.pack(mine),
                ContactPointForm.pack(before),
                ContactPointForm.pack(theirs),
                since,
                who,
                fields,
                shown);
    }
}
