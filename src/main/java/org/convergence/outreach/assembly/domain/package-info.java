/** How bodies are kept, convened, and how what they decide is written down. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.assembly.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
