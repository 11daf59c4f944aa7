/**
 * The page that a member organisation opens by a link, without an account: its people as we know them, to be corrected, and
 * what concerns it, shown by those who keep it. What a representative writes is a proposal: the team accepts or refuses each
 * field, both sides before its eyes. A link opens one organisation, for a while, until it is taken back. Serves lines 4.1 and
 * 4.3. Main words: link, representative, proposal, correctable, section. What is shown and corrected is not kept here: other
 * rooms answer {@code RepresentativeSection} and {@code Correctable}.
 */
@ApplicationModule(
        displayName = "Representative",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "directory.people",
            "directory.people :: use-cases"
        })
@NullMarked
package org.convergence.directory.representative;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
