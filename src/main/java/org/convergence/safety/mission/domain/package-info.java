/** Missions, their gates, sealed data, check-ins and alarms. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.safety.mission.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
