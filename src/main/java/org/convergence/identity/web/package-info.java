/** Sign-in, set-up, accounts and the user's own page. */
@NullMarked
package org.convergence.identity.web;

import org.jspecify.annotations.NullMarked;
