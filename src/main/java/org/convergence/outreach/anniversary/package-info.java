/**
 * An anniversary, such as the fiftieth, as a programme: a committee, its parts (an evening, a conference, a travelling
 * exhibition, a special appeal, stories and archives), what they bring in and cost, their days, who does what, and what is
 * at risk as long as nobody is hired. The parts are records of other modules, which keep their facts; an anniversary stores
 * none of them. Serves line 4.6. Main words: anniversary, part, post. Bodies and meetings are in {@code outreach.assembly}.
 */
@ApplicationModule(
        displayName = "Anniversaries",
        allowedDependencies = {"platform.search", "directory.people", "plan.actionplan", "plan.checklist"})
@NullMarked
package org.convergence.outreach.anniversary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
