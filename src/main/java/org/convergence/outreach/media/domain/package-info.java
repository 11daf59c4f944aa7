/** Press contacts, releases, requests of journalists, pick-up and posts. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.media.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
