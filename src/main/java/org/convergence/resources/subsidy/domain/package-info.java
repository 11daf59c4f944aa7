/** Rules, use cases and reads of wage subsidies. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.subsidy.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
