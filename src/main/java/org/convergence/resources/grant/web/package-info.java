/** Pages of calls, applications and answers. */
@NullMarked
package org.convergence.resources.grant.web;

import org.jspecify.annotations.NullMarked;
