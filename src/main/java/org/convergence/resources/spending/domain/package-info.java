/** How budgets are kept, and how expenses are recorded and accepted. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.spending.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
