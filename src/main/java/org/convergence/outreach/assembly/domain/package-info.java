/** Bodies, meetings, notices, minutes, resolutions and follow-ups. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.assembly.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
