/** Anniversaries, their parts and what is read of them. */
@NullMarked
@NamedInterface("use-cases")
package org.convergence.outreach.anniversary.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
