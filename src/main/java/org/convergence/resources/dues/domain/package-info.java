/** Use cases of dues: rates, calls, their letters, reminders and revisions. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.dues.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
