/** Kits and their relays. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.relay.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
