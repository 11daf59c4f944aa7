/** Segments, their criteria, and who may be written to. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.segment.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
