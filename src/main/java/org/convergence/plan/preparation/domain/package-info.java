/** The sheet of the next plan, what is proposed and decided of each line, and the making of the draft. No HTTP here. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.preparation.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
