/** How-tos, their use and the answers about them. No HTTP here. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.howto.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
