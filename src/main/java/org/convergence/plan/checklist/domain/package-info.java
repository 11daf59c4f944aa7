/** The items of checklists, and the use cases that change them. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.checklist.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
