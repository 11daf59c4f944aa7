/** Links, what comes by them, and what becomes of it. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.representative.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
