/** Reading calendars, asking of what is past, and answers. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.calendar.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
