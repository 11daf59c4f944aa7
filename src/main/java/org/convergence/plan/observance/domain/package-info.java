/** Days that return each year, and what becomes of them. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.observance.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
