/** How-tos, their use and what was said of them. No HTTP here. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.howto.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
