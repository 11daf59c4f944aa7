/** Events, orders of seats, guests and check-in. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.event.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
