/** Tasks offered by link, and the people who take them. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.volunteering.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
