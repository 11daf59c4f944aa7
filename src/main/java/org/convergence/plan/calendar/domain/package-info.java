/** Reads calendars, lists past entries, and records the answers about them. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.calendar.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
