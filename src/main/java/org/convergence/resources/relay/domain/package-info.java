/** How leaflets are gathered, laid out and stored. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.relay.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
