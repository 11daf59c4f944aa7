/** What somebody asks of what is known of her: to have it, or to be forgotten; and who is sealed, by the same walk. */
@NullMarked
package org.convergence.directory.people.domain.requests;

import org.jspecify.annotations.NullMarked;
