/** How workshops are asked for, scheduled, held and evaluated. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.education.workshop.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
