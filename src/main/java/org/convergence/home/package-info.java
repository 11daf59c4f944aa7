/**
 * The first pages: the staff's, which shows what the modules below contribute ({@code HomeCard}), and the settings' page,
 * which lists where each thing is set. It owns no data and knows no module by name.
 */
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.geography",
            "platform.settings",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
