/** Files going in and out over HTTP, always under a type that a browser cannot be made to run. */
@NullMarked
package org.convergence.platform.document.web;

import org.jspecify.annotations.NullMarked;
