/** Use cases of the second look. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.secondlook.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
