/** Pages and API of calls, applications and agreements. */
@NullMarked
package org.convergence.resources.grant.web;

import org.jspecify.annotations.NullMarked;
