/** Writing and sending issues. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.newsletter.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
