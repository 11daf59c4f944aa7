/** The self-assessments, their grids and answers. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.safety.assessment.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
