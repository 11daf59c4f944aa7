/** How projects, their results and their values are recorded. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.cooperation.project.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
