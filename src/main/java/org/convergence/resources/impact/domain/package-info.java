/** How leaflets are gathered, laid out and stored. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.impact.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
