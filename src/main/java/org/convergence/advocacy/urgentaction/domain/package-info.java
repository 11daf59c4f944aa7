/** Urgent actions, their words, and the organisations that sign them. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.advocacy.urgentaction.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
