/** Storage, correction, lists and figures of realisations. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.realisation.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
