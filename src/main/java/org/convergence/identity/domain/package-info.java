/** Accounts, role grants, links, sessions and tokens: the rules and the gestures. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.identity.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
