/** Pages of urgent actions, their public page and form, the pages behind links, and the interface for programs. */
@NullMarked
package org.convergence.advocacy.urgentaction.web;

import org.jspecify.annotations.NullMarked;
