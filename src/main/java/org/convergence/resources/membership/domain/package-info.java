/** Admissions, memberships and headcounts. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.membership.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
