/** Gifts, commitments, thanks and yearly accounts. */
@NullMarked
@NamedInterface("use-cases")
package org.convergence.resources.gift.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
