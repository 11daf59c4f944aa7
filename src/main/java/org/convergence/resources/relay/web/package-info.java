/** Pages and answers of what is told to members. */
@NullMarked
package org.convergence.resources.relay.web;

import org.jspecify.annotations.NullMarked;
