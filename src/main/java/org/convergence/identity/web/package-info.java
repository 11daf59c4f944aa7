/** Sign-in, set-up, accounts and one's own page. */
@NullMarked
package org.convergence.identity.web;

import org.jspecify.annotations.NullMarked;
