/** The door of an assembly and its votes. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.vote.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
