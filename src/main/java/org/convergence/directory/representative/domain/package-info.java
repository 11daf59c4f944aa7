/** Links, proposals and their decision. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.representative.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
