/** Incidents, what is told of them, their notices and deadlines. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.safety.incident.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
