/** Pages and JSON API of rates, previews and calls. */
@NullMarked
package org.convergence.resources.dues.web;

import org.jspecify.annotations.NullMarked;
