/** Rates, and what they make of headcounts. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.dues.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
