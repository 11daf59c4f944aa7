/** How what is told to a member is gathered, laid out and kept. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.relay.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
