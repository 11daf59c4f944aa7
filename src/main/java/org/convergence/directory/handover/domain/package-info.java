/** Holdings, handing them over, and the record of it. No HTTP here. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.handover.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
