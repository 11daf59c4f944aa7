/** What somebody holds, passing it on, and what is kept of it. No HTTP here. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.handover.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
