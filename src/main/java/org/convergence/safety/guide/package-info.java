/**
 * The register of official travel advisories: the level of each country with its source and date, from a file or by
 * hand. Serves line 5.4. Main words: advisory, level, register. A country that is missing is unknown, never safe
 * (R-WATCH-3). The guides of countries come here; missions are in {@code safety.mission}.
 */
@ApplicationModule(
        displayName = "Country guides",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.geography",
            "platform.settings",
            "platform.shell",
            "platform.table",
            "platform.text"
        })
@NullMarked
package org.convergence.safety.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
