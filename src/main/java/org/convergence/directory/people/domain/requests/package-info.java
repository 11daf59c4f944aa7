/** What somebody asks of what is known of her: to have it, or to be forgotten. */
@NullMarked
package org.convergence.directory.people.domain.requests;

import org.jspecify.annotations.NullMarked;
