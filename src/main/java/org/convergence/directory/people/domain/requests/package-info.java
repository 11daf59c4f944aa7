/** Requests about personal data: access and erasure; and sealing, by the same name replacement. */
@NullMarked
package org.convergence.directory.people.domain.requests;

import org.jspecify.annotations.NullMarked;
