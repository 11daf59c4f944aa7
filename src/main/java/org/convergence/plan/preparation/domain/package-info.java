/** The sheet of the next plan, the proposals and decisions, and the creation of the draft. No HTTP here. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.preparation.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
