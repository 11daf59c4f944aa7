/** Accounts, role grants, links, sessions and tokens: the rules and the gestures. */
@NullMarked
package org.convergence.identity.domain;

import org.jspecify.annotations.NullMarked;
