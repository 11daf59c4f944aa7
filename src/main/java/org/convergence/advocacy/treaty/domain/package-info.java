/** How treaties, bills and cases are followed. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.advocacy.treaty.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
