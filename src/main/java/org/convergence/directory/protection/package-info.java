/**
 * Protection in degrees of those who are at risk: under a code name everywhere, with what identifies them sealed under keys
 * that no backup holds, opened with a reason by those on a list while the others are told; shown to partners or under
 * their names only by their consent, until a day. Serves line 2.3. Main words: code name, vault, mark, opener, degree. The
 * record itself is {@code directory.people}'s, which asks here whether somebody is recognised.
 */
@ApplicationModule(
        displayName = "Protection",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.backup",
            "platform.database",
            "platform.imports",
            "platform.jobs",
            "platform.keys",
            "platform.mail",
            "platform.redaction",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "directory.people"
        })
@NullMarked
package org.convergence.directory.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
