/**
 * Protection of people at risk, by degrees: a code name replaces the name everywhere, identifying data is sealed under
 * keys that no backup holds, and its openers give a reason while the others are notified; a name is shown to partners
 * or published only by consent, until a day. Serves line 2.3. Main words: code name, vault, mark, opener, degree. The
 * person's record is in {@code directory.people}, which asks here whether a person is recognised.
 */
@ApplicationModule(
        displayName = "Protection",
        allowedDependencies = {
            "platform.audit",
            "platform.backup",
            "platform.imports",
            "platform.jobs",
            "platform.keys",
            "platform.mail",
            "platform.redaction",
            "directory.handover",
            "directory.people"
        })
@NullMarked
package org.convergence.directory.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
