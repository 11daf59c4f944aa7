/**
 * The page that a member organisation opens by a link, without an account: its people, to be corrected, and what
 * concerns it, contributed by other modules. A representative's input is a proposal: the team accepts or refuses each
 * field, with both values side by side. A link opens one organisation, for a limited time, until it is revoked. Serves
 * lines 4.1 and 4.3. Main words: link, representative, proposal, correctable, section. The data is not here: other
 * modules implement {@code RepresentativeSection} and {@code CorrectionSource}.
 */
@ApplicationModule(
        displayName = "Representative",
        allowedDependencies = {
            "platform.audit",
            "platform.jobs",
            "platform.mail",
            "platform.publicform",
            "directory.people",
            "directory.people :: use-cases"
        })
@NullMarked
package org.convergence.directory.representative;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
