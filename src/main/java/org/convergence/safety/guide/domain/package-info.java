/** The register of advisories, and how it is read from a file. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.safety.guide.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
