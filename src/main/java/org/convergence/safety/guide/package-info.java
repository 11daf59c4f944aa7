/**
 * What is known of a country before someone goes there: the official travel advisory with its source and date, from an
 * address, a file or by hand, and our own guide, a text under each heading with the day on which it was last read again. Serves line
 * 5.4. Main words: advisory, level, register, guide, part. A country that is missing is unknown, never safe (R-WATCH-3); a
 * guide names nobody, since it lies on phones (R-SEC-12). Missions are in {@code safety.mission}.
 */
@ApplicationModule(
        displayName = "Country guides",
        allowedDependencies = {
            "platform.audit",
            "platform.fetch",
            "platform.geography",
            "platform.jobs",
            "platform.offline",
            "platform.rendering",
            "platform.search",
            "platform.table",
            "directory.people"
        })
@NullMarked
package org.convergence.safety.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
