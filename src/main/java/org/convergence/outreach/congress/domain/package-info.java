/** Gatherings, representations and passports. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.congress.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
