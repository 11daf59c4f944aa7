/** Accounts, role grants, links, sessions and tokens: rules and use cases. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.identity.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
